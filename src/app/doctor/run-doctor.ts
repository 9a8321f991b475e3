import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { besideModule } from '#adapters/beside-module.ts';
import { TooLate, unlessLate } from '#adapters/unless-late.ts';
import type { Check } from './check.ts';
import { CHECKS } from './checks.ts';
import { type CheckName, checkNameSchema, type Finding, finding, parseFinding } from './findings.ts';

/** What was found of one thing, and which. */
export interface CheckedThing {
  readonly name: CheckName;
  readonly finding: Finding;
}

const PROGRAM = fileURLToPath(besideModule('./doctor.process', import.meta.url));
/** For a database in process to be closed in order. */
const CLOSING_MS = 3_000;
const replySchema = z.object({ name: checkNameSchema, finding: z.unknown().transform(parseFinding) });

/** Looks at everything at the same time and tells of each thing in the order of the list. Ends, whatever hangs or crashes. */
export async function* runDoctor(
  checks: readonly Pick<Check, 'name' | 'limitMs'>[] = CHECKS,
  program = PROGRAM,
): AsyncGenerator<CheckedThing> {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  try {
    const found = listen(child);
    const waiting = checks.map(({ name, limitMs }) => waitFor(found(name), limitMs));
    for (const [at, { name }] of checks.entries()) {
      const one = await waiting[at];
      if (one !== undefined) yield { name, finding: one };
    }
    await unlessLate(CLOSING_MS, ended(child)).catch(() => undefined);
  } finally {
    child.kill('SIGKILL');
    // One that waits for a disk that is gone can't even be killed, and keeps nobody else waiting.
    child.unref();
    child.channel?.unref();
  }
}

/** The finding of each check by its name, as the process tells it, or that it crashed before. */
function listen(child: ChildProcess): (name: CheckName) => Promise<Finding> {
  const arrivals = new Map(checkNameSchema.options.map((name) => [name, Promise.withResolvers<Finding>()]));
  const crashed = finding('broken', 'check-crashed', {});
  child.on('message', (message) => {
    const reply = replySchema.parse(message);
    arrivals.get(reply.name)?.resolve(reply.finding);
  });
  const end = (): void => {
    for (const { resolve } of arrivals.values()) resolve(crashed);
  };
  child.once('error', end);
  // After the last message, however the process ends.
  child.once('disconnect', end);
  return (name) => arrivals.get(name)?.promise ?? Promise.resolve(crashed);
}

async function waitFor(found: Promise<Finding>, limitMs: number): Promise<Finding> {
  try {
    return await unlessLate(limitMs, found);
  } catch (error) {
    if (error instanceof TooLate) return finding('broken', 'check-late', { seconds: limitMs / 1000 });
    throw error;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

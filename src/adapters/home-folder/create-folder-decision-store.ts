import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Decision, decisionSchema } from '#domain/decisions.ts';
import type { DecisionStore } from '#ports/decision-store.ts';

const NEW_LINE = 0x0a;

/** Decisions as lines of a file that only grows. Several processes may add to it at once. */
export function createFolderDecisionStore(path: string): DecisionStore {
  return {
    all: async () => (await readLines(path)).flatMap((line) => readDecision(line) ?? []),
    add: async (decisions) => {
      if (decisions.length === 0) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const lines = decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('');
      const file = await open(path, 'a+', 0o600);
      try {
        // Behind a line that a crash cut off, a new one begins; one write, so that lines of two processes never mix.
        await file.appendFile((await endsInsideLine(file)) ? `\n${lines}` : lines);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}

async function endsInsideLine(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = new Uint8Array(1);
  await file.read(last, 0, 1, size - 1);
  return last[0] !== NEW_LINE;
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A line that was cut off by a crash was never acknowledged, and is none. */
function readDecision(line: string): Decision | undefined {
  try {
    return decisionSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

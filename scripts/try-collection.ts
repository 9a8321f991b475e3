/**
 * Reads every file of a folder as `liasse intake` would, one at a time, and says what became of each. Malformed collections of other
 * projects' test suites must give documents or a typed error, in time: `node scripts/try-collection.ts <folder> [--engine native] [--from n] [--to n]`.
 * Exit status 1: a crash, a hang or an untyped error.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { scriptOptions } from './script-options.ts';
import { type Attempt, attemptSchema } from './try-collection/attempt.schema.ts';

type Outcome = Omit<Attempt, 'kind'> & { readonly kind: Attempt['kind'] | 'crashed' | 'hung' };

const { values, positionals } = scriptOptions({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '1000000' },
    pipeline: { type: 'string', default: 'humanitarian-permit' },
    engine: { type: 'string', default: 'auto' },
    'hang-seconds': { type: 'string', default: '90' },
    'recycle-after': { type: 'string', default: '100' },
  },
});
const [folder] = positionals;
const count = z.coerce.number().int().nonnegative();
const limits = {
  from: count.parse(values.from),
  to: count.parse(values.to),
  hangMs: count.parse(values['hang-seconds']) * 1_000,
  recycleAfter: count.parse(values['recycle-after']),
};
const SLOW_MS = 10_000;
/** What the malformed collections must end within. */
const TOO_SLOW_MS = 30_000;

async function startReader(): Promise<ChildProcess> {
  const reader = fork(new URL('./try-collection/reading-process.ts', import.meta.url), [
    values.pipeline,
    values.engine,
  ]);
  await once(reader, 'message');
  return reader;
}

/** One file, read by a process that may die of it. */
function tryFile(reader: ChildProcess, path: string): Promise<Outcome> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const ended = (outcome: Outcome): void => {
      clearTimeout(timer);
      reader.removeAllListeners('message').removeAllListeners('exit');
      resolve(outcome);
    };
    const lost = (kind: 'crashed' | 'hung', code: string): Outcome => ({
      path,
      kind,
      codes: [code],
      documents: 0,
      pages: 0,
      milliseconds: Math.round(performance.now() - startedAt),
      firstMilliseconds: Math.round(performance.now() - startedAt),
      peakMegabytes: 0,
    });
    const startTimer = () => setTimeout(() => ended(lost('hung', `${limits.hangMs} ms`)), limits.hangMs);
    let timer = startTimer();
    reader.on('message', (message) => {
      if (message !== 'alive') return ended(attemptSchema.parse(message));
      // A page was read: a file of a hundred pages takes its time without hanging.
      clearTimeout(timer);
      timer = startTimer();
    });
    reader.once('exit', (status, signal) => ended(lost('crashed', String(signal ?? status))));
    reader.send({ path });
  });
}

async function tryAll(paths: readonly string[], root: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let reader = await startReader();
  let readBySame = 0;
  let peakBefore = 0;
  for (const path of paths) {
    const outcome = await tryFile(reader, path);
    outcomes.push(outcome);
    readBySame += 1;
    // A peak counts for the file that raised it.
    const raised = outcome.peakMegabytes > peakBefore ? ` peak ${outcome.peakMegabytes} MB` : '';
    peakBefore = Math.max(peakBefore, outcome.peakMegabytes);
    console.error(
      `${String(outcome.milliseconds).padStart(6)} ms (first ${String(outcome.firstMilliseconds).padStart(5)}) ${outcome.kind.padEnd(11)} ${relative(root, path)} ${outcome.codes.join(' ')}${raised}`,
    );
    const isLost = outcome.kind === 'crashed' || outcome.kind === 'hung';
    if (!isLost && readBySame < limits.recycleAfter) continue;
    if (isLost) reader.kill('SIGKILL');
    else await endReader(reader);
    reader = await startReader();
    readBySame = 0;
    peakBefore = 0;
  }
  await endReader(reader);
  return outcomes;
}

async function endReader(reader: ChildProcess): Promise<void> {
  if (reader.exitCode !== null) return;
  const exit = once(reader, 'exit');
  reader.send({ path: '' });
  const late = setTimeout(() => reader.kill('SIGKILL'), 10_000);
  await exit;
  clearTimeout(late);
}

function report(outcomes: readonly Outcome[], root: string): void {
  const of = (kind: Outcome['kind']): Outcome[] => outcomes.filter((outcome) => outcome.kind === kind);
  const codes = Map.groupBy(
    of('typed-error').flatMap((outcome) => outcome.codes),
    (code) => code,
  );
  console.log(`files       ${outcomes.length}`);
  console.log(`documents   ${of('documents').length}`);
  console.log(`  in part   ${of('documents').filter((outcome) => outcome.codes.length > 0).length}`);
  console.log(`typed error ${of('typed-error').length}`);
  for (const [code, files] of codes) console.log(`  ${code.padEnd(22)} ${files.length}`);
  for (const kind of ['untyped', 'crashed', 'hung'] as const) {
    console.log(`${kind.padEnd(11)} ${of(kind).length}`);
    for (const outcome of of(kind)) console.log(`  ${relative(root, outcome.path)}: ${outcome.codes.join(' ')}`);
  }
  const slow = outcomes.filter((outcome) => outcome.milliseconds > SLOW_MS);
  // A file of many pages takes its time; it must begin to give results.
  const tooSlow = slow.filter((outcome) => outcome.firstMilliseconds > TOO_SLOW_MS);
  console.log(
    `slow        ${slow.length} over ${SLOW_MS / 1_000} s, ${tooSlow.length} without a first page after ${TOO_SLOW_MS / 1_000} s`,
  );
  for (const { path, milliseconds, firstMilliseconds, pages } of slow.toSorted(
    (a, b) => b.milliseconds - a.milliseconds,
  )) {
    const seconds = [milliseconds, firstMilliseconds].map((one) => (one / 1_000).toFixed(1));
    console.log(`  ${seconds[0]} s, first page ${seconds[1]} s, ${pages} pages: ${relative(root, path)}`);
  }
  console.log(`peak memory ${Math.max(0, ...outcomes.map((outcome) => outcome.peakMegabytes))} MB`);
}

if (folder === undefined) {
  console.error('Name a folder: node scripts/try-collection.ts <folder>');
  process.exitCode = 2;
} else {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .slice(limits.from, limits.to);
  const outcomes = await tryAll(files, folder);
  report(outcomes, folder);
  const bad = outcomes.filter(({ kind }) => kind === 'untyped' || kind === 'crashed' || kind === 'hung');
  process.exitCode = bad.length > 0 ? 1 : 0;
}

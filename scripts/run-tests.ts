import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * `npm test`: every check of `npm run check`, then the tests on real servers and on real pixels, then the evaluation against its committed baseline.
 * Ends with one line `N passed, N failed`, each check counting as one test, and fails when one of them failed.
 */
const vitestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).optional() }),
      ),
    }),
  ),
});
/** A program and what it is given. */
type Command = readonly [string, ...string[]];

/** What failed, told once more at the end: a log is often cut in its middle. */
const failures: string[] = [];

let passed = 0;
let failed = 0;
let skipped = 0;
const took: { readonly name: string; readonly seconds: number }[] = [];

// Tests start the command hundreds of times; compiled once, it starts in half the time.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

/** Memory that must be free before the homes of tests are put into it, bytes; they were seen to take 0.8 GB. */
const ROOM = 4 * 2 ** 30;

/** Where the tests write: in memory where there is room, as each embedded database is a thousand small files. */
const room = await statfs('/dev/shm').catch(() => undefined);
const inMemory = room !== undefined && room.bavail * room.bsize > ROOM ? await mkdtemp('/dev/shm/liasse-') : undefined;
if (inMemory !== undefined) {
  // PostgreSQL runs as a user of its own, who must get through to a folder of theirs.
  await chmod(inMemory, 0o711);
  process.env['TMPDIR'] = inMemory;
}

/** Runs a command under a headline; its exit status. `told`: what it says is shown as it comes, or at its end, where another says something meanwhile. */
function run(name: string, [command, ...args]: Command, told: 'as-it-comes' | 'at-its-end'): Promise<number> {
  const said: Buffer[] = [];
  const isShown = told === 'as-it-comes';
  if (isShown) console.log(`\n— ${name}`);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      took.push({ name, seconds: (performance.now() - start) / 1000 });
      if (!isShown) process.stdout.write(`\n— ${name}\n${Buffer.concat(said).toString()}`);
      resolve(code ?? 1);
    });
  });
}

function fail(what: string): void {
  failed += 1;
  failures.push(what);
}

async function check(name: string, command: Command): Promise<void> {
  if ((await run(name, command, 'at-its-end')) === 0) passed += 1;
  else fail(name);
}

async function inTurn(checks: Readonly<Record<string, Command>>): Promise<void> {
  for (const [name, command] of Object.entries(checks)) await check(name, command);
}

async function vitest(projects: readonly string[], options: readonly string[] = []): Promise<void> {
  const reportPath = join(tmpdir(), `liasse-vitest-${projects.join('-')}-${process.pid}.json`);
  const command: Command = [
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
  ];
  const status = await run(`tests: ${projects.join(', ')}`, command, 'as-it-comes');
  try {
    const report = vitestReportSchema.parse(JSON.parse(await readFile(reportPath, 'utf8')));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    for (const { name, status, message, assertionResults } of report.testResults) {
      const broken = assertionResults.filter((result) => result.status === 'failed');
      for (const { fullName, failureMessages } of broken)
        failures.push(`${name}: ${fullName}\n${failureMessages?.join('\n') ?? ''}`);
      if (status === 'failed' && broken.length === 0) failures.push(`${name}\n${message ?? ''}`);
    }
    // A suite that could not even be loaded fails the run without a failed test.
    if ((status !== 0 || !report.success) && report.numFailedTests === 0)
      fail(`tests: ${projects.join(', ')}: the run itself`);
  } catch {
    fail(`tests: ${projects.join(', ')}: no report`);
  } finally {
    await rm(reportPath, { force: true });
  }
}

// Each keeps one core busy: two at a time.
await Promise.all([
  inTurn({
    types: ['tsc', '--noEmit'],
    'types of the page': ['tsc', '--noEmit', '-p', 'tsconfig.web.json'],
    'unused code': ['knip'],
  }),
  inTurn({
    lint: ['biome', 'check'],
    boundaries: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src'],
    'picture of the architecture': ['node', 'scripts/draw-architecture.ts', '--check'],
    'the page is built': ['vite', 'build', '--logLevel', 'warn'],
    'weight of the first page': ['node', 'scripts/measure-web.ts'],
  }),
]);
await check('the npm package runs', ['node', 'scripts/try-package.ts', '--linked']);
await vitest(['fast']);
// These wait for processes, servers and pages more than they work: three files at once keep two cores busy.
await vitest(['servers', 'browser'], ['--maxWorkers=3']);
await vitest(['real']);
await check('evaluation against the baseline', ['node', 'scripts/check-baseline.ts']);

console.log('');
for (const { name, seconds } of took) console.log(`${seconds.toFixed(0).padStart(5)} s  ${name}`);
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
// Last: what can't be removed must not hide what came of the tests.
if (inMemory !== undefined) await rm(inMemory, { recursive: true, force: true, maxRetries: 3 });

import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
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
});

let passed = 0;
let failed = 0;
let skipped = 0;
const took: { readonly name: string; readonly seconds: number }[] = [];

// Tests start the command hundreds of times; compiled once, it starts in half the time.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

/** Runs a command under a headline, with its output shown; its exit status. */
function run(name: string, command: string, args: readonly string[]): Promise<number> {
  console.log(`\n— ${name}`);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      took.push({ name, seconds: (performance.now() - start) / 1000 });
      resolve(code ?? 1);
    });
  });
}

async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  if ((await run(name, command, args)) === 0) passed += 1;
  else failed += 1;
}

async function vitest(projects: readonly string[], options: readonly string[] = []): Promise<void> {
  const reportPath = join(tmpdir(), `liasse-vitest-${projects.join('-')}-${process.pid}.json`);
  const status = await run(`tests: ${projects.join(', ')}`, 'vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
  ]);
  try {
    const report = vitestReportSchema.parse(JSON.parse(await readFile(reportPath, 'utf8')));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    // A suite that could not even be loaded fails the run without a failed test.
    if ((status !== 0 || !report.success) && report.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  } finally {
    await rm(reportPath, { force: true });
  }
}

await check('types', 'tsc', ['--noEmit']);
await check('types of the page', 'tsc', ['--noEmit', '-p', 'tsconfig.web.json']);
await check('lint', 'biome', ['check']);
await check('boundaries', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src']);
await check('unused code', 'knip', []);
await check('picture of the architecture', 'node', ['scripts/draw-architecture.ts', '--check']);
await check('the page is built', 'vite', ['build', '--logLevel', 'warn']);
await check('weight of the first page', 'node', ['scripts/measure-web.ts']);
await check('the npm package runs', 'node', ['scripts/try-package.ts', '--linked']);
await vitest(['fast']);
// These wait for processes, servers and pages more than they work: three files at once keep two cores busy.
await vitest(['servers', 'browser'], ['--maxWorkers=3']);
await vitest(['real']);
await check('evaluation against the baseline', 'node', ['scripts/check-baseline.ts']);

console.log('');
for (const { name, seconds } of took) console.log(`${seconds.toFixed(0).padStart(5)} s  ${name}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

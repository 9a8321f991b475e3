import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * Runs `liasse eval` over the committed fixtures and fails when a figure drops below the committed baseline
 * (fixtures/baseline.json). `node scripts/check-baseline.ts --accept` writes the baseline anew; the change shows up as a diff.
 */
const BASELINE = 'fixtures/baseline.json';
const DOCUMENTS = 'fixtures/documents';

/** Figures where more is better, and where less is better. */
const HIGHER = [
  'typeRight',
  'languageRight',
  'issueDateRight',
  'letterheadRight',
  'issuerRight',
  'signatureRight',
  'stampRight',
  'flagsF1',
  'fieldsRight',
  'cutsRight',
] as const;
const LOWER = ['wrongAndConfident', 'review', 'characterErrorMedian'] as const;
/** Less than one document of the set: the recogniser may differ by a hair between processors. */
const TOLERANCE = 0.006;

const figuresSchema = z.record(z.string(), z.number().nullable());
const evaluationSchema = z.object({
  report: z.object({ all: figuresSchema, byCapture: z.record(z.string(), figuresSchema) }),
});

const run = promisify(execFile);
const { stdout } = await run(
  process.execPath,
  ['src/cli/main.ts', 'eval', DOCUMENTS, '--engine', 'js', '--json', '-'],
  {
    maxBuffer: 1 << 28,
    // Figures must not depend on the models of one machine.
    env: { ...process.env, LIASSE_TESSDATA: '', LIASSE_MODELS: join(tmpdir(), 'liasse-no-models') },
  },
);
const { report } = evaluationSchema.parse(JSON.parse(stdout));

if (process.argv.includes('--accept')) {
  await writeFile(BASELINE, `${JSON.stringify({ report }, null, 2)}\n`);
  console.log(`${BASELINE} written`);
} else {
  const baseline = evaluationSchema.parse(JSON.parse(await readFile(BASELINE, 'utf8'))).report;
  const drops = [
    ...HIGHER.map((figure) => [figure, 1] as const),
    ...LOWER.map((figure) => [figure, -1] as const),
  ].flatMap(([figure, sign]) => {
    const [now, before] = [report.all[figure] ?? null, baseline.all[figure] ?? null];
    console.log(`${figure}: ${now?.toFixed(4) ?? '–'} (baseline ${before?.toFixed(4) ?? '–'})`);
    return before !== null && (now === null || (now - before) * sign < -TOLERANCE) ? [figure] : [];
  });
  if (drops.length > 0) {
    console.error(
      `Worse than the baseline: ${drops.join(', ')}. If this is meant: node scripts/check-baseline.ts --accept`,
    );
    process.exitCode = 1;
  }
}

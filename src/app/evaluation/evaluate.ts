import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { IntakeProgress, MeasuringApp } from '../compose.ts';
import type { ProcessedDocument } from '../process-file.ts';
import { compareCuts } from './compare-cuts.ts';
import { type Comparison, compareDocument } from './compare-document.ts';
import { type EvaluationReport, summarise } from './summarise.ts';
import { type DocumentTruth, fileTruthSchema } from './truth.schema.ts';

const TRUTH_FILE = 'truth.json';

/** Reads every labelled file below the folder and compares what came out with the truth beside it. */
export async function evaluate(
  app: MeasuringApp,
  folder: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: IntakeProgress) => void },
): Promise<{ report: EvaluationReport; comparisons: readonly Comparison[] }> {
  const truths = await readTruths(folder);
  const files = truths.map(({ path, truth }) => ({ path: join(dirname(path), truth.file), asOf: truth.asOf }));
  const read = await app.intakeApart(files, { language: 'en', ...options });
  const comparisons = truths.flatMap(({ path, truth }, index) => {
    const documents = read[index] ?? [];
    return truth.documents.map((expected, position) => {
      const id = `${relative(folder, dirname(path))}${truth.documents.length > 1 ? `#${position + 1}` : ''}`;
      return compareDocument(
        { id, capture: truth.capture },
        expected,
        bestOverlap(documents, expected),
        app.reviewFlag,
      );
    });
  });
  const cuts = truths.flatMap(({ truth }, index) => {
    const found = (read[index] ?? []).flatMap(({ record }) => (record.pages === null ? [] : [record.pages]));
    const expected = truth.documents.map(({ pages }) => pages);
    return compareCuts(expected, found) ?? [];
  });
  return { report: summarise(comparisons, cuts), comparisons };
}

async function readTruths(folder: string) {
  const names = await readdir(folder, { recursive: true });
  const paths = names
    .filter((name) => name.endsWith(TRUTH_FILE))
    .sort()
    .map((name) => join(folder, name));
  return Promise.all(
    paths.map(async (path) => ({ path, truth: fileTruthSchema.parse(JSON.parse(await readFile(path, 'utf8'))) })),
  );
}

/** The found document that shares most pages with the expected one, relative to all pages of both. */
function bestOverlap(documents: readonly ProcessedDocument[], expected: DocumentTruth): ProcessedDocument | undefined {
  let best: ProcessedDocument | undefined;
  let bestShare = 0;
  for (const document of documents) {
    const { pages } = document.record;
    if (pages === null) continue;
    const shared = Math.min(pages.to, expected.pages.to) - Math.max(pages.from, expected.pages.from) + 1;
    const together = Math.max(pages.to, expected.pages.to) - Math.min(pages.from, expected.pages.from) + 1;
    if (shared / together > bestShare) [best, bestShare] = [document, shared / together];
  }
  return best;
}

import { join } from 'node:path';
import { createForgetfulArtifactStore } from '../../src/adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { readTrainingPapers } from '../../src/adapters/definition-folder/read-training-papers.ts';
import type { Keeping } from '../../src/app/keeping/open-keeping.ts';
import { asJudged } from '../../src/app/keeping/process-received.ts';
import type { ModelAdvice } from '../../src/app/model-advice.ts';
import { noReadingTools } from '../../src/app/no-reading-tools.ts';
import { PIPELINES } from '../../src/app/pipeline-folders.ts';
import { judgePages } from '../../src/app/process-file.ts';
import type { Reader } from '../../src/app/reader.ts';
import type { Pipeline } from '../../src/definitions/pipeline.ts';
import { decisionsInForce } from '../../src/domain/decisions-in-force.ts';
import type { DocumentPage } from '../../src/domain/page-reading.ts';
import { misreadText } from '../../src/learning/misread-text.ts';
import { seededRandom } from '../../src/learning/seeded-random.ts';
import type { JudgedDocument } from '../../src/ports/kept-results.ts';
import { pagesFromText } from '../../test/support/pages-from-text.ts';

/** A paper as it was read and judged, to be copied under many hashes. */
export interface BasePaper {
  readonly pages: readonly DocumentPage[];
  readonly documents: readonly JudgedDocument[];
}

export const AS_OF = '2026-11-23';

/** Papers of every language and type, with the mistakes of recognisers and other dates on each, read and judged for real. */
export async function* basePapers(
  count: number,
  { pipeline, advice }: Reader,
  keeping: Keeping,
): AsyncGenerator<BasePaper> {
  const { papers } = await readTrainingPapers(join(PIPELINES, pipeline.id));
  const step = papers.length / count;
  for (let number = 0; number < count; number += 1) {
    const paper = papers[Math.floor(number * step) % papers.length];
    if (paper === undefined) continue;
    const random = seededRandom(number + 1);
    const dated = `${paper.text}\n${1 + Math.floor(random() * 28)}/0${1 + Math.floor(random() * 9)}/202${Math.floor(random() * 7)}`;
    const pages = scanned(misreadText(dated, 0.01, random), random);
    const documents: JudgedDocument[] = [];
    for await (const document of judged(pages, pipeline, advice)) documents.push(await asJudged(document, keeping));
    yield { pages, documents };
  }
}

/** Pages as a recogniser gives them: how sure it is, what ink it found, and on some what is wrong with the picture. */
function scanned(text: string, random: () => number): DocumentPage[] {
  const mark = (kind: 'signature' | 'stamp', chance: number): DocumentPage['marks'] =>
    random() < chance ? [{ kind, box: [0.55, 0.8, 0.25, 0.1], confidence: 0.4 + random() * 0.6, text: null }] : [];
  return pagesFromText(text, { source: 'ocr' }).map((page) => ({
    ...page,
    engine: 'tesseract.js',
    model: 'fra',
    confidence: 0.3 + random() * 0.7,
    quality: { sharpness: random(), contrast: random(), problems: random() < 0.1 ? ['blurred'] : [] },
    marks: [...mark('signature', 0.5), ...mark('stamp', 0.3)],
    lines: page.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, confidence: Math.round(random() * 1000) / 1000 })),
    })),
  }));
}

function judged(pages: readonly DocumentPage[], pipeline: Pipeline, advice: ModelAdvice) {
  const { id, version } = pipeline;
  const sha256 = '';
  return judgePages(
    pages,
    { file: '', sha256, mediaType: 'application/pdf', pageCount: pages.length, pipeline: { id, version } },
    { name: '', sha256, duplicateOf: null, asOf: AS_OF },
    {
      environment: {
        tools: noReadingTools(),
        pipeline,
        store: createForgetfulArtifactStore(),
        signal: new AbortController().signal,
        observer: { onStage: () => undefined },
        inFlight: new Map(),
      },
      decisions: decisionsInForce([]),
      language: 'fr',
      advice,
    },
  );
}

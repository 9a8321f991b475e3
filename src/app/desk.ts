import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { createFolderDecisionStore } from '#adapters/home-folder/create-folder-decision-store.ts';
import { createFolderPaperStore } from '#adapters/home-folder/create-folder-paper-store.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Decidable, Decision } from '#domain/decisions.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptPaper } from '#ports/paper-store.ts';
import { casesFolder, learningPlaces, modelPlaces } from './config.ts';
import { withWhatWasLearned } from './learned-pipeline.ts';
import { loadPipeline } from './load-pipeline.ts';
import { createModelAdvice } from './model-advice.ts';
import { noReadingTools } from './no-reading-tools.ts';
import { judgePages } from './process-file.ts';

/** A paper that is kept, and where. */
export interface FoundPaper {
  readonly caseName: string;
  readonly paper: KeptPaper;
  readonly pipeline: Pipeline;
}

/** What a correction says of a field; undefined takes an earlier one back. */
export type Corrections = ReadonlyMap<Decidable, string | null | undefined>;

/**
 * The paper whose id begins so. Throws `paper-unknown`, `paper-ambiguous`. The same paper in several cases is one: what is decided about it holds
 * wherever it lies.
 */
export async function findPaper(idPrefix: string, caseName: string | undefined): Promise<FoundPaper> {
  const found = await createFolderPaperStore(casesFolder()).find(idPrefix, caseName);
  const [first] = found;
  if (first === undefined) throw new LiasseFailure('paper-unknown', idPrefix);
  if (new Set(found.map(({ paper }) => paper.id)).size > 1) throw new LiasseFailure('paper-ambiguous', idPrefix);
  return { ...first, pipeline: await withWhatWasLearned(await loadPipeline(first.paper.pipeline)) };
}

/** Keeps what a person says of a paper, and judges it again: the record before and after. */
export async function correctPaper(
  found: FoundPaper,
  corrections: Corrections,
  { language, now }: { readonly language: keyof Bilingual; readonly now: Date },
): Promise<{ readonly before: DocumentRecord; readonly after: DocumentRecord }> {
  const { paper, pipeline } = found;
  const store = createFolderDecisionStore(learningPlaces().decisions);
  const known = await store.all();
  const before = await judgeAgain(found, known, language);
  const about = { at: now.toISOString(), document: paper.id };
  const added = [...corrections].map(
    ([field, value]): Decision =>
      value === undefined
        ? { kind: 'withdraw', ...about, field }
        : { kind: 'correct', ...about, pipeline: pipeline.id, field, value, was: saidOf(before, field) },
  );
  await store.add(added);
  return { before, after: await judgeAgain(found, [...known, ...added], language) };
}

/**
 * Cuts the paper before a page of its file, or joins it to the paper before it (no page), and judges what came of it: the papers of that file.
 * Throws `page-not-inside`, `nothing-before`.
 */
export async function cutOrJoin(
  { caseName, paper, pipeline }: FoundPaper,
  page: number | undefined,
  { language, now }: { readonly language: keyof Bilingual; readonly now: Date },
): Promise<DocumentRecord[]> {
  const first = paper.pages[0]?.page ?? 1;
  if (page === undefined && first === 1) throw new LiasseFailure('nothing-before');
  if (page !== undefined && !paper.pages.some((one) => one.page === page && one.page > first))
    throw new LiasseFailure('page-not-inside', String(page));
  const store = createFolderDecisionStore(learningPlaces().decisions);
  const at = now.toISOString();
  const { sha256 } = paper;
  await store.add([page === undefined ? { kind: 'join', at, sha256, page: first } : { kind: 'cut', at, sha256, page }]);
  const kept = createFolderPaperStore(casesFolder());
  const papers = await kept.ofFile(caseName, sha256);
  const ids: string[] = [];
  const pages = papers.flatMap((one) => one.pages);
  const records = await judge({ paper, pipeline, pages }, await store.all(), language, async (one) => {
    ids.push(one.id);
    await kept.save(caseName, one);
  });
  await kept.keepOnly(caseName, sha256, ids);
  return records;
}

async function judgeAgain(
  { paper, pipeline }: FoundPaper,
  decisions: readonly Decision[],
  language: keyof Bilingual,
): Promise<DocumentRecord> {
  // Its own pages only, which no other decision about the file may cut now.
  const whole = decisions.filter(({ kind }) => kind === 'correct' || kind === 'withdraw');
  const joined = paper.pages
    .slice(1)
    .map(({ page }): Decision => ({ kind: 'join', at: '', sha256: paper.sha256, page }));
  const [record] = await judge({ paper, pipeline, pages: paper.pages }, [...whole, ...joined], language);
  if (record === undefined) throw new Error('a paper without pages');
  return record;
}

async function judge(
  { paper, pipeline, pages }: { paper: KeptPaper; pipeline: Pipeline; pages: KeptPaper['pages'] },
  decisions: readonly Decision[],
  language: keyof Bilingual,
  onPaper?: (paper: KeptPaper) => Promise<void>,
): Promise<DocumentRecord[]> {
  const { sha256, mediaType, pageCount, asOf, duplicateOf, file } = paper;
  const models = installedModels(modelPlaces()).map(({ id }) => id);
  const origin = { file, sha256, mediaType, pageCount, pipeline: { id: pipeline.id, version: pipeline.version } };
  const context = {
    environment: {
      tools: noReadingTools(),
      pipeline,
      store: createMemoryArtifactStore(),
      signal: new AbortController().signal,
      observer: { onStage: () => undefined },
      inFlight: new Map(),
    },
    language,
    advice: createModelAdvice(pipeline.reading, models),
    decisions: decisionsInForce(decisions),
    onPaper,
  };
  const judged = await Array.fromAsync(judgePages(pages, origin, { name: file, sha256, duplicateOf, asOf }, context));
  return judged.map(({ record }) => record);
}

function saidOf(record: DocumentRecord, field: Decidable): string | null {
  switch (field) {
    case 'type':
      return record.type?.id ?? null;
    case 'issueDate':
      return record.issueDate?.iso ?? null;
    case 'issuer':
      return record.letterhead?.issuer ?? null;
    case 'language':
      return record.languages[0]?.code ?? null;
  }
}

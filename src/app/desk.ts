import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { Decidable, Decision } from '#domain/decisions.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { JudgedDocument, JudgedUnder, KeptDocument } from '#ports/kept-results.ts';
import { modelPlaces } from './config.ts';
import { cutBy, judgedBy } from './keeping/judged-by.ts';
import { localisedRecord } from './keeping/localised-record.ts';
import type { Keeping } from './keeping/open-keeping.ts';
import { pagesOf } from './keeping/pages-of.ts';
import { asJudged } from './keeping/process-received.ts';
import { withWhatWasLearned } from './learned-pipeline.ts';
import { loadPipeline } from './load-pipeline.ts';
import { createModelAdvice } from './model-advice.ts';
import { noReadingTools } from './no-reading-tools.ts';
import { judgePages, type ProcessedDocument } from './process-file.ts';

/** A paper that is kept: the same bytes and pages are one paper, in whatever cases they lie. */
export interface FoundPaper {
  readonly id: string;
  readonly record: DocumentRecord;
  /** Where it lies; never empty. */
  readonly places: readonly [KeptDocument, ...KeptDocument[]];
  readonly pipeline: Pipeline;
}

/** What a correction says of a field; undefined takes an earlier one back. */
export type Corrections = ReadonlyMap<Decidable, string | null | undefined>;

/** Who works at the desk, in which language, and when. */
export interface AtDesk {
  readonly language: keyof Bilingual;
  readonly now: Date;
}

/** The paper whose id begins so. Throws `paper-unknown`, `paper-ambiguous`. */
export async function findPaper(keeping: Keeping, idPrefix: string, caseName: string | undefined): Promise<FoundPaper> {
  const inCase = caseName === undefined ? undefined : await keeping.cases.find(caseName);
  if (caseName !== undefined && inCase === undefined) throw new LiasseFailure('paper-unknown', idPrefix);
  const [first, ...others] = await keeping.results.byId(idPrefix, inCase?.id);
  if (first === undefined) throw new LiasseFailure('paper-unknown', idPrefix);
  if (others.some(({ id }) => id !== first.id)) throw new LiasseFailure('paper-ambiguous', idPrefix);
  const { record } = first.judgement;
  const pipeline = await withWhatWasLearned(await loadPipeline(record.pipeline.id), keeping.learnedModels);
  return { id: first.id, record, places: [first, ...others], pipeline };
}

/** Keeps what a person says of a paper and judges it again, wherever it lies: the record before and after. */
export async function correctPaper(
  keeping: Keeping,
  found: FoundPaper,
  corrections: Corrections,
  { language, now }: AtDesk,
): Promise<{ readonly before: DocumentRecord; readonly after: DocumentRecord }> {
  const { id, pipeline, places } = found;
  const before = localisedRecord(found.record, language);
  const about = { at: now.toISOString(), document: id };
  const added = [...corrections].map(
    ([field, value]): Decision =>
      value === undefined
        ? { kind: 'withdraw', ...about, field }
        : { kind: 'correct', ...about, pipeline: pipeline.id, field, value, was: saidOf(before, field) },
  );
  await keeping.decisions.add(added);
  const decisions = await keeping.decisions.all();
  let after = before;
  for (const place of places) {
    const file = await keeping.files.find(place.fileId);
    if (file?.sha256 == null) continue;
    const pages = await pagesOf(keeping.pages, file.sha256, place);
    const under = { ...place, judgedBy: judgedBy(pipeline) };
    const judged = await judge(keeping, { file, pages, pipeline, under }, asOneDocument(decisions, file.sha256, pages));
    const range = { fileId: file.id, from: place.pageFrom, to: place.pageTo };
    await keeping.results.replace(range, await keptForms(keeping, judged), under);
    after = judged[0] === undefined ? after : localisedRecord(judged[0].record, language);
  }
  return { before, after };
}

/**
 * Cuts the paper before a page of its file, or joins it to the paper before it (no page), and judges what came of it: the papers of that file.
 * Throws `page-not-inside`, `nothing-before`.
 */
export async function cutOrJoin(
  keeping: Keeping,
  found: FoundPaper,
  page: number | undefined,
  { language, now }: AtDesk,
): Promise<DocumentRecord[]> {
  const { places, pipeline } = found;
  const [{ pageFrom, pageTo }] = places;
  if (page === undefined && pageFrom === 1) throw new LiasseFailure('nothing-before');
  if (page !== undefined && (page <= pageFrom || page > pageTo))
    throw new LiasseFailure('page-not-inside', String(page));
  const { sha256 } = found.record;
  if (sha256 === null) throw new LiasseFailure('paper-unknown', found.id);
  const about = { at: now.toISOString(), sha256 };
  await keeping.decisions.add([
    page === undefined ? { kind: 'join', ...about, page: pageFrom } : { kind: 'cut', ...about, page },
  ]);
  const decisions = await keeping.decisions.all();
  const records = await Promise.all(places.map(({ fileId }) => judgeWholeFile(keeping, fileId, pipeline, decisions)));
  return (records[0] ?? []).map((record) => localisedRecord(record, language));
}

/** Judges all pages of a file again, cut as decided; what came of it is in force. */
async function judgeWholeFile(
  keeping: Keeping,
  fileId: string,
  pipeline: Pipeline,
  decisions: readonly Decision[],
): Promise<DocumentRecord[]> {
  const file = await keeping.files.find(fileId);
  if (file?.sha256 == null) return [];
  const documents = await keeping.results.ofFile(fileId);
  const [first] = documents;
  if (first === undefined) return [];
  const pages: DocumentPage[] = [];
  for (const document of documents) pages.push(...(await pagesOf(keeping.pages, file.sha256, document)));
  const under = { ...first, judgedBy: judgedBy(pipeline), cutBy: cutBy(pipeline) };
  const judged = await judge(keeping, { file, pages, pipeline, under }, decisions);
  const range = { fileId, from: 1, to: file.pageCount ?? pages.length };
  await keeping.results.replace(range, await keptForms(keeping, judged), under);
  return judged.map(({ record }) => record);
}

/** The decisions about documents, and none that would cut these pages: they are one document as they stand. */
function asOneDocument(decisions: readonly Decision[], sha256: string, pages: readonly DocumentPage[]): Decision[] {
  const about = decisions.filter(({ kind }) => kind === 'correct' || kind === 'withdraw');
  return [...about, ...pages.slice(1).map(({ page }): Decision => ({ kind: 'join', at: '', sha256, page }))];
}

interface PagesToJudge {
  readonly file: KeptFile;
  readonly pages: readonly DocumentPage[];
  readonly pipeline: Pipeline;
  readonly under: JudgedUnder;
}

async function judge(
  keeping: Keeping,
  { file, pages, pipeline, under }: PagesToJudge,
  decisions: readonly Decision[],
): Promise<ProcessedDocument[]> {
  const { name, sha256, mediaType, pageCount, copyOf } = file;
  if (sha256 === null || mediaType === null) return [];
  const models = installedModels(modelPlaces()).map(({ id }) => id);
  const origin = {
    file: name,
    sha256,
    mediaType,
    pageCount: pageCount ?? pages.length,
    pipeline: { id: pipeline.id, version: pipeline.version },
  };
  const context = {
    environment: {
      tools: noReadingTools(),
      pipeline,
      store: createForgetfulArtifactStore(),
      signal: new AbortController().signal,
      observer: { onStage: () => undefined },
      inFlight: new Map(),
    },
    language: 'fr' as const,
    advice: createModelAdvice(pipeline.reading, models),
    decisions: decisionsInForce(decisions),
    onPaper: (paper: { readonly digest: string; readonly pages: readonly DocumentPage[] }) =>
      keeping.pages.save(sha256, paper.digest, paper.pages),
  };
  return Array.fromAsync(judgePages(pages, origin, { name, sha256, duplicateOf: copyOf, asOf: under.asOf }, context));
}

function keptForms(keeping: Keeping, judged: readonly ProcessedDocument[]): Promise<JudgedDocument[]> {
  return Promise.all(judged.map((document) => asJudged(document, keeping)));
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

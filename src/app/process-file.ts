import { type CutDocument, createCutter } from '#cutting/create-cutter.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import type { DecisionsInForce } from '#domain/decisions-in-force.ts';
import { documentId } from '#domain/document-id.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { KeptArtifacts, StageKeys } from '#domain/kept-judgement.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { type Board, presentArtifact } from '#engine/board.ts';
import type { ArtifactStore } from '#ports/artifact-store.ts';
import type { OpenedFile } from '#ports/file-opener.ts';
import type { KeptPaper } from '#ports/paper-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { documentText } from '#text/line-text.ts';
import { buildFailedRecord, buildRecord, type DocumentOrigin } from './build-record.ts';
import { describeCuts } from './describe-cuts.ts';
import type { ModelAdvice } from './model-advice.ts';
import { type DocumentEnvironment, processDocument, processPage } from './process-document.ts';
import { documentJudged } from './telemetry-events.ts';

/** A document that went through all stages: what is published of it, what it was made of, and the text that was read (never published). */
export interface ProcessedDocument {
  readonly record: DocumentRecord;
  readonly text: string;
  /** 1-based, within its file; null when the file could not be opened. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  /** Null when it could not be judged. */
  readonly artifacts: KeptArtifacts | null;
  /** What it was made of; the pages at least, unless there were none. */
  readonly keys: StageKeys;
}

/** What the run knows of a file beyond its bytes. */
export interface FileFacts {
  /** As given, relative to PATH. */
  readonly name: string;
  readonly sha256: string;
  /** Name of the file that brought the same bytes earlier in this run. */
  readonly duplicateOf: string | null;
  /** The day the papers are judged, ISO 8601. */
  readonly asOf: string;
}

/** What judging needs of its surroundings. */
export interface JudgingContext {
  /** What persons decided about the documents and the cuts of this file. */
  readonly decisions: DecisionsInForce;
  /** Takes each document as it was read, so that it can be judged again; `digest` is that of its pages. */
  readonly onPaper?: ((paper: KeptPaper & { readonly digest: string }) => Promise<void>) | undefined;
  readonly environment: DocumentEnvironment;
  readonly language: keyof Bilingual;
  readonly advice: ModelAdvice;
  /** What was said of a document before, by its id: it holds where nothing that it was made of is different. */
  readonly earlier?: ((id: string) => Board<DocumentArtifacts>) | undefined;
  /** Is told of every document that was judged, or could not be. */
  readonly telemetry?: Telemetry | undefined;
}

/** What reading a file needs besides. */
export interface FileContext extends JudgingContext {
  /** Runs page work; bounds how many pages are read at once over all files. */
  readonly onPageSlot: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** How many pages of one file may be under way at once. */
  readonly pagesAhead: number;
  readonly onPage: () => void;
  /** Where pages are remembered, if elsewhere than what is made of documents. */
  readonly pageStore?: ArtifactStore;
}

/**
 * Reads the pages of an opened file in order, cuts them into documents as they come, and judges each document as soon as it is
 * whole: a long scan gives its first results before its last page is read. A document that fails is a failed record; the rest go on.
 */
export async function* processFile(
  file: OpenedFile,
  facts: FileFacts,
  context: FileContext,
): AsyncGenerator<ProcessedDocument> {
  const origin: DocumentOrigin = {
    file: facts.name,
    sha256: facts.sha256,
    mediaType: file.mediaType,
    pageCount: file.pageCount,
    pipeline: { id: context.environment.pipeline.id, version: context.environment.pipeline.version },
  };
  yield* judgePages(pagesInOrder(file, facts.sha256, context), origin, facts, context);
}

/** Cuts pages into documents as they come and judges each. Needs no original: pages that were kept can be judged again. */
export async function* judgePages(
  pages: AsyncIterable<DocumentPage> | Iterable<DocumentPage>,
  origin: DocumentOrigin,
  facts: FileFacts,
  context: JudgingContext,
): AsyncGenerator<ProcessedDocument> {
  const { cutting, cues } = context.environment.pipeline;
  const cutter = createCutter(cutting, cues, context.decisions.cutsOf(facts.sha256));
  for await (const page of pages) {
    for (const document of cutter.push(page)) yield await judge(document, origin, facts, context);
  }
  for (const document of cutter.end()) yield await judge(document, origin, facts, context);
}

async function judge(
  document: CutDocument,
  origin: DocumentOrigin,
  facts: FileFacts,
  context: JudgingContext,
): Promise<ProcessedDocument> {
  const { language, environment, advice } = context;
  const { pipeline } = environment;
  const [from = 1, to = from] = [document.pages[0]?.page, document.pages.at(-1)?.page];
  const id = documentId(facts.sha256, from, to);
  const { asOf, duplicateOf } = facts;
  const pages = presentArtifact({ pages: [...document.pages] });
  try {
    // Kept first: should a stage fail, it is tried again without reading.
    const kept = { id, file: facts.name, sha256: facts.sha256, pipeline: pipeline.id, asOf, duplicateOf };
    const { mediaType, pageCount } = origin;
    await context.onPaper?.({ ...kept, mediaType, pageCount, pages: [...document.pages], digest: pages.digest });
    const seeds = {
      pages,
      proposedCuts: { pages: document.proposed.map(({ page }) => page) },
      facts: { asOf, duplicateOf },
      decisions: context.decisions.about(id),
    };
    const { artifacts, keys } = await processDocument(seeds, environment, context.earlier?.(id));
    const record = buildRecord(origin, artifacts, {
      language,
      markThreshold: pipeline.flags.thresholds.mark,
      advice,
      cuts: describeCuts(document, pipeline.cutting),
    });
    context.telemetry?.tell(documentJudged(record));
    return { record, text: documentText(document), pages: { from, to }, artifacts, keys };
  } catch (error) {
    const failure = asFailure(error);
    // What may go well the next time is no answer about the document.
    if (failure.category === 'transient') throw failure;
    const keys = { 'document-pages': { key: null, digest: pages.digest } };
    const record = buildFailedRecord(origin, failure, language);
    context.telemetry?.tell(documentJudged(record), error);
    return { record, text: '', pages: { from, to }, artifacts: null, keys };
  }
}

/** The pages of a file in order, a few of them read ahead. */
async function* pagesInOrder(file: OpenedFile, sha256: string, context: FileContext): AsyncGenerator<DocumentPage> {
  const environment = { ...context.environment, store: context.pageStore ?? context.environment.store };
  const ahead: Promise<DocumentPage>[] = [];
  let next = 1;
  while (next <= file.pageCount || ahead.length > 0) {
    while (ahead.length < context.pagesAhead && next <= file.pageCount) {
      const source = { sha256, mediaType: file.mediaType, page: next };
      const reading = context.onPageSlot(() => processPage(source, environment));
      // The failure is reported when the page's turn comes; until then it must not count as unhandled.
      reading.catch(() => undefined);
      ahead.push(reading);
      next += 1;
    }
    const page = await ahead.shift();
    if (page === undefined) return;
    context.onPage();
    yield page;
  }
}

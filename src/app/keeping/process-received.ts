import { createForgetfulArtifactStore } from '#adapters/artifact-stores/create-forgetful-artifact-store.ts';
import type { DocumentArtifacts } from '#domain/artifacts.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { Board } from '#engine/board.ts';
import type { KeptFile } from '#ports/kept-files.ts';
import type { FileResult, JudgedDocument } from '#ports/kept-results.ts';
import type { FinishedWork, WorkItem } from '#ports/work-queue.ts';
import { earlierBoard } from '../process-document.ts';
import { type FileContext, type ProcessedDocument, processFile } from '../process-file.ts';
import type { Reader } from '../reader.ts';
import { fileFinished } from '../telemetry-events.ts';
import { cutBy, judgedBy, readBy } from './judged-by.ts';
import type { Keeping } from './open-keeping.ts';

/** Bounds how many pages are read at once, over all files under way. */
export type PageSlots = FileContext['onPageSlot'];

interface Readers {
  readonly reader: Reader;
  readonly keeping: Keeping;
  readonly slots: PageSlots;
}

interface Under {
  readonly signal: AbortSignal;
  readonly onPage?: (() => void) | undefined;
}

/**
 * Reads a received file, cuts and judges it, and keeps all that came of it in one transaction, in which the work is done. A file that can't be read
 * at all is settled as rejected. Throws transient failures: the work is then tried again.
 */
export async function processReceived(
  { item, owner }: { readonly item: Pick<WorkItem, 'id' | 'subject'>; readonly owner: string },
  readers: Readers,
  under: Under,
): Promise<FinishedWork | undefined> {
  const startedAt = performance.now();
  const file = await readers.keeping.files.find(item.subject);
  if (file === undefined) return undefined;
  const result = await readAndJudge(file, readers, under);
  const settled = await readers.keeping.results.commit(result, { id: item.id, owner });
  if (settled !== 'lost') readers.reader.telemetry?.tell(fileFinished(result, performance.now() - startedAt));
  return settled;
}

/** Reads a file with what was remembered of it, cuts and judges it; keeps its readings, and puts nothing in force. Throws what is not the file's own fault. */
export async function readAndJudge(
  file: KeptFile,
  { reader, keeping, slots }: Readers,
  { signal, onPage }: Under,
): Promise<FileResult> {
  const { sha256, mediaType } = file;
  const { pipeline, tools } = reader;
  const under = {
    judgedBy: judgedBy(pipeline),
    cutBy: cutBy(pipeline),
    readBy: readBy(pipeline, tools),
    asOf: file.asOf,
  };
  try {
    if (sha256 === null || mediaType === null) throw new LiasseFailure('unsupported-format');
    const bytes = () => keeping.originals.read(sha256);
    const part = { name: file.name, sha256, mediaType, sizeBytes: file.sizeBytes, bytes };
    const opened = await reader.opener.open(part, signal);
    const documents: JudgedDocument[] = [];
    try {
      const judged = processFile(
        opened,
        { name: file.name, sha256, duplicateOf: file.copyOf, asOf: file.asOf },
        {
          environment: { ...reader.environment(createForgetfulArtifactStore()), signal },
          pageStore: keeping.pages.artifactsOf(sha256),
          earlier: await earlierOf(file, keeping),
          decisions: await keeping.decisionsInForce(),
          onPaper: (paper) => keeping.pages.save(sha256, paper.digest, paper.pages),
          language: 'fr',
          advice: reader.advice,
          telemetry: reader.telemetry,
          onPageSlot: slots,
          pagesAhead: reader.workers + 2,
          onPage: () => onPage?.(),
        },
      );
      for await (const document of judged) documents.push(await asJudged(document, keeping));
    } finally {
      await opened.close();
    }
    return { fileId: file.id, under, outcome: 'judged', documents, pageCount: opened.pageCount };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.category !== 'rejected') throw failure;
    return { fileId: file.id, under, outcome: { rejected: failure.code }, documents: [], pageCount: null };
  }
}

/** What was said of the documents of a file before. */
async function earlierOf(file: KeptFile, { results }: Keeping): Promise<(id: string) => Board<DocumentArtifacts>> {
  const documents = new Map((await results.ofFile(file.id)).map((document) => [document.id, document]));
  return (id) => {
    const before = documents.get(id);
    return before === undefined ? {} : earlierBoard(before.judgement.artifacts, before.keys);
  };
}

/** A judged document, as it is kept. */
export async function asJudged(
  { record, artifacts, pages, text, keys }: ProcessedDocument,
  { search }: Pick<Keeping, 'search'>,
): Promise<JudgedDocument> {
  return {
    pageFrom: pages?.from ?? 1,
    pageTo: pages?.to ?? 1,
    judgement: { record, artifacts },
    keys,
    words: await search.wordsOf(text, record.languages[0]?.code),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import { releaseAbandoned } from '#adapters/work-upkeep/release-abandoned.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure, failureCodeSchema, LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import type { Receipt } from '#ports/received-files.ts';
import type { Worker } from '#ports/work-queue.ts';
import { inOrder, runAhead } from '../in-order.ts';
import type { ProcessedDocument } from '../process-file.ts';
import type { Reader } from '../reader.ts';
import { createProgress, type IntakeOptions, PAGES_AHEAD } from '../run-intake.ts';
import { recordsOfFile } from './case-records.ts';
import { failedRecord } from './failed-record.ts';
import { judgedBy, readBy } from './judged-by.ts';
import type { Keeping } from './open-keeping.ts';
import { createReception } from './receive.ts';
import { createCaseWorker } from './work-functions.ts';

/** How often one looks whether somebody else has done with a file. */
const LOOK_AGAIN_MS = 500;

/** What an intake into a case works with. */
interface Desk {
  readonly reader: Reader;
  readonly keeping: Keeping;
}

/**
 * Takes everything below the paths into a case and reads it here and now, in the order of the files. What was received is durable before it is read,
 * and what was read and judged before is not done again. Files of earlier runs that were not finished are left to `liasse worker`, or to the same
 * command once more. Throws `cancelled` once the signal is given.
 */
export async function* intakeIntoCase(
  paths: readonly string[],
  options: IntakeOptions & { readonly caseName: string },
  desk: Desk,
): AsyncGenerator<ProcessedDocument> {
  const { reader, keeping } = desk;
  const { signal, language, asOf } = options;
  const progress = createProgress(options);
  const pages = new PQueue({ concurrency: reader.workers + PAGES_AHEAD });
  await releaseAbandoned(keeping.work);
  const worker = createCaseWorker(desk, {
    owner: workOwner(),
    slots: (page) => pages.add(page),
    onPage: () => progress.pageDone(),
  });
  const about = { pipeline: { id: reader.pipeline.id, version: reader.pipeline.version }, language };

  async function* judge(receipt: Receipt): AsyncGenerator<ProcessedDocument> {
    try {
      for (const record of await recordsOf(receipt, { desk, worker, about, asOf, signal }))
        yield { record, text: '', pages: record.pages, artifacts: null, keys: {} };
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'cancelled' || signal.aborted) throw new LiasseFailure('cancelled');
      const record = failedRecord(receipt, failure.code, about);
      yield { record, text: '', pages: null, artifacts: null, keys: {} };
    } finally {
      progress.fileDone();
    }
  }

  const receipts = createReception({ ...keeping, telemetry: reader.telemetry }).receive(
    reader.source.parts(paths, signal, progress.filesFound),
    {
      caseName: options.caseName,
      via: 'intake',
      asOf,
    },
  );
  // All of them are safe long before the first of them is read to its end.
  yield* inOrder(runAhead(receipts), reader.workers + PAGES_AHEAD, judge);
  // The case itself, now that its files are settled; somebody else's files may still be under way, and then it is theirs to judge.
  const { id } = await keeping.cases.open(options.caseName);
  const work = await keeping.work.find('case', id);
  if (work !== undefined) await worker(work.id, signal);
}

interface Reading {
  readonly desk: Desk;
  readonly worker: Worker;
  readonly about: { readonly pipeline: DocumentRecord['pipeline']; readonly language: keyof Bilingual };
  readonly asOf: string;
  readonly signal: AbortSignal;
}

/** The records of a received file, read if need be. */
async function recordsOf(receipt: Receipt, reading: Reading): Promise<DocumentRecord[]> {
  const { keeping } = reading.desk;
  if (receipt.failure !== null) return [failedRecord(receipt, receipt.failure, reading.about)];
  if (receipt.isContainer) return [];
  const fileId = receipt.twinOf ?? receipt.fileId;
  await askAgainIfNeeded(fileId, reading);
  await readFile(fileId, reading);
  const file = await keeping.files.find(fileId);
  return file === undefined ? [] : recordsOfFile(file, await keeping.results.ofFile(fileId), reading.about);
}

/** A file that was judged by other knowledge, or as of another day, is judged again; its pages are not read again. */
async function askAgainIfNeeded(fileId: string, { desk: { keeping, reader }, asOf }: Reading): Promise<void> {
  const file = await keeping.files.find(fileId);
  if (file === undefined || file.state === 'waiting') return;
  const documents = await keeping.results.ofFile(fileId);
  const isCurrent =
    file.asOf === asOf &&
    file.reading === readBy(reader.pipeline, reader.tools) &&
    documents.every((document) => document.judgedBy === judgedBy(reader.pipeline) && document.asOf === asOf);
  if (!isCurrent) await keeping.files.askAgain(fileId, asOf);
}

/** Does the work on a file, or waits until whoever has it is done. Throws why it is dead. */
async function readFile(fileId: string, { desk: { keeping }, worker, signal }: Reading): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const work = await keeping.work.find('file', fileId);
    if (work === undefined) return;
    if (work.state === 'dead') throw new LiasseFailure(failureCodeSchema.catch('internal-error').parse(work.failure));
    const { end } = await worker(work.id, signal);
    if (end === 'later' || end === 'lost') await pause(LOOK_AGAIN_MS, undefined, { signal });
  }
}

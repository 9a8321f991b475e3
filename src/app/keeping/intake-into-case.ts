import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { DocumentRecord } from '#domain/document-record.ts';
import { asFailure, failureCodeSchema, LiasseFailure } from '#domain/failure.ts';
import type { Receipt } from '#ports/received-files.ts';
import { inOrder } from '../in-order.ts';
import type { ProcessedDocument } from '../process-file.ts';
import type { Reader } from '../reader.ts';
import { createProgress, type IntakeOptions, PAGES_AHEAD } from '../run-intake.ts';
import { recordsOfFile } from './case-records.ts';
import { failedRecord } from './failed-record.ts';
import { judgedBy, readBy } from './judged-by.ts';
import type { Keeping } from './open-keeping.ts';
import { processReceived } from './process-received.ts';
import { createReception } from './receive.ts';
import { withLease } from './with-lease.ts';

/** How often one looks whether somebody else has done with a file. */
const LOOK_AGAIN_MS = 500;

/**
 * Takes everything below the paths into a case and reads it here and now, in the order of the files. What was received is durable before it is read,
 * and what was read and judged before is not done again. Files of earlier runs that were not finished are left to `liasse worker`, or to the same
 * command once more. Throws `cancelled` once the signal is given.
 */
export async function* intakeIntoCase(
  paths: readonly string[],
  options: IntakeOptions & { readonly caseName: string },
  { reader, keeping }: { readonly reader: Reader; readonly keeping: Keeping },
): AsyncGenerator<ProcessedDocument> {
  const progress = createProgress(options);
  const pages = new PQueue({ concurrency: reader.workers + PAGES_AHEAD });
  const receipts = createReception(keeping).receive(reader.source.parts(paths, options.signal, progress.filesFound), {
    caseName: options.caseName,
    via: 'intake',
    asOf: options.asOf,
  });
  const pipeline = { id: reader.pipeline.id, version: reader.pipeline.version };
  const about = { pipeline, language: options.language };

  async function* judge(receipt: Receipt): AsyncGenerator<ProcessedDocument> {
    try {
      if (receipt.isContainer && receipt.failure === null) return;
      if (receipt.failure !== null) {
        yield published(failedRecord(receipt, receipt.failure, about));
        return;
      }
      const fileId = receipt.twinOf ?? receipt.fileId;
      await askAgainIfNeeded(fileId);
      await read(fileId, () => progress.pageDone());
      const file = await keeping.files.find(fileId);
      if (file === undefined) return;
      for (const record of recordsOfFile(file, await keeping.results.ofFile(fileId), about)) yield published(record);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'cancelled' || options.signal.aborted) throw new LiasseFailure('cancelled');
      yield published(failedRecord(receipt, failure.code, about));
    } finally {
      progress.fileDone();
    }
  }

  /** A file that was judged by other knowledge, or as of another day, is judged again; its pages are not read again. */
  async function askAgainIfNeeded(fileId: string): Promise<void> {
    const file = await keeping.files.find(fileId);
    if (file === undefined || file.state === 'waiting') return;
    const documents = await keeping.results.ofFile(fileId);
    const isCurrent =
      file.asOf === options.asOf &&
      file.reading === readBy(reader.pipeline, reader.tools) &&
      documents.every((document) => document.judgedBy === judgedBy(reader.pipeline));
    if (!isCurrent) await keeping.files.askAgain(fileId, options.asOf);
  }

  /** Does the work on a file, or waits until whoever has it is done. */
  async function read(fileId: string, onPage: () => void): Promise<void> {
    for (;;) {
      options.signal.throwIfAborted();
      const work = await keeping.work.find('file', fileId);
      if (work === undefined) return;
      if (work.failure !== null && work.state === 'dead')
        throw new LiasseFailure(failureCodeSchema.parse(work.failure));
      const wasMine = await withLease(keeping, work.id, (item) =>
        processReceived(
          item,
          { reader, keeping, slots: (page) => pages.add(page) },
          { signal: options.signal, listener: { onPage } },
        ),
      );
      if (!wasMine) await pause(LOOK_AGAIN_MS, undefined, { signal: options.signal });
    }
  }

  yield* inOrder(receipts, reader.workers + PAGES_AHEAD, judge);
}

function published(record: DocumentRecord): ProcessedDocument {
  return { record, text: '', pages: record.pages, artifacts: null };
}

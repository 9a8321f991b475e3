import { setTimeout as pause } from 'node:timers/promises';
import { LiasseFailure } from '#domain/failure.ts';
import type { FilePart, RefusedPart } from '#ports/file-opener.ts';
import type { ArrivedFile, CaseStore, FileStore } from '#ports/kept-files.ts';
import type { Originals } from '#ports/originals.ts';
import type { Receipt, Reception } from '#ports/received-files.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { fileReceived } from '../telemetry-events.ts';

/** What receiving needs. */
export interface ReceptionStores {
  readonly cases: CaseStore;
  readonly files: FileStore;
  readonly originals: Originals;
  /** Is told of every receipt. */
  readonly telemetry?: Telemetry | undefined;
}

/** How long one waits for a purge of the same bytes to end. */
const PURGE_PATIENCE_MS = 60_000;
const PURGE_STEP_MS = 500;

/**
 * Takes files in, one after the other: the original is durable first, then its row, then the receipt is given out. Whoever is killed in between
 * left an original without a row, which the next receipt of the same bytes finds in its place.
 */
export function createReception({ cases, files, originals, telemetry }: ReceptionStores): Reception {
  /** A purge of the same bytes from another case must not take away what is kept here: then they are kept once more. */
  async function receiveBytes(part: FilePart, batch: Batch, caseId: string): Promise<Receipt> {
    const deadline = performance.now() + PURGE_PATIENCE_MS;
    for (let pauseMs = 0; ; pauseMs = PURGE_STEP_MS) {
      await originals.keep(part.sha256, await part.bytes());
      try {
        return await files.receive({ ...arrived(part, batch), keptAfter: batch.keptAfter }, caseId);
      } catch (error) {
        const isPurged = error instanceof LiasseFailure && error.code === 'purged-meanwhile';
        if (!isPurged || performance.now() > deadline) throw error;
        await pause(pauseMs);
        batch.keptAfter = await files.moment();
      }
    }
  }

  return {
    receive: async function* (parts, { caseName, via, asOf }): AsyncGenerator<Receipt> {
      const batch: Batch = { via, asOf, keptAfter: await files.moment() };
      const { id } = await cases.open(caseName);
      try {
        for await (const part of parts) {
          const receipt =
            'bytes' in part ? await receiveBytes(part, batch, id) : await files.receive(arrived(part, batch), id);
          telemetry?.tell(fileReceived(receipt, via, id));
          yield receipt;
        }
      } finally {
        // What can't be told now is told with the next files of this case.
        await files.noteReceipts(id).catch(() => undefined);
      }
    },
  };
}

/** How files of a batch came, and a moment of the database's clock since which their originals are kept. */
interface Batch extends Pick<ArrivedFile, 'via' | 'asOf'> {
  keptAfter: string;
}

function arrived(part: FilePart | RefusedPart, { via, asOf }: Pick<ArrivedFile, 'via' | 'asOf'>): ArrivedFile {
  const how = { via, asOf };
  if ('failure' in part)
    return {
      name: part.name,
      sha256: part.sha256 ?? null,
      mediaType: null,
      sizeBytes: 0,
      isContainer: false,
      failure: part.failure,
      ...how,
    };
  const { name, sha256, mediaType, sizeBytes, isContainer = false } = part;
  return { name, sha256, mediaType, sizeBytes, isContainer, failure: null, ...how };
}

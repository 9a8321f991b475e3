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

/**
 * Takes files in, one after the other: the original is durable first, then its row, then the receipt is given out. Whoever is killed in between
 * left an original without a row, which the next receipt of the same bytes finds in its place.
 */
export function createReception({ cases, files, originals, telemetry }: ReceptionStores): Reception {
  return {
    receive: async function* (parts, { caseName, via, asOf }): AsyncGenerator<Receipt> {
      const { id } = await cases.open(caseName);
      for await (const part of parts) {
        if ('bytes' in part) await originals.keep(part.sha256, await part.bytes());
        const receipt = await files.receive(arrived(part, { via, asOf }), id);
        telemetry?.tell(fileReceived(receipt, via, id));
        yield receipt;
      }
    },
  };
}

function arrived(part: FilePart | RefusedPart, how: Pick<ArrivedFile, 'via' | 'asOf'>): ArrivedFile {
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

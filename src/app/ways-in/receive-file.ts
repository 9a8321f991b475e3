import { FAILURES, LiasseFailure } from '#domain/failure.ts';
import type { FilePart, FileSource, RefusedPart } from '#ports/file-opener.ts';
import type { Receipt, Reception, WayIn } from '#ports/received-files.ts';

/** A file or message that came in by itself; `bytes` is null for one that is larger than allowed. */
export interface ArrivedFile {
  /** Label under which it is kept: below its case, parts joined by `/`. */
  readonly name: string;
  readonly sha256?: string;
  readonly bytes: Uint8Array | null;
}

/** Where a file belongs, how it came, and the day its papers are judged (ISO 8601). */
export interface Destined {
  readonly caseName: string;
  readonly via: WayIn;
  readonly asOf: string;
}

/**
 * Hands a file, or what is inside an archive or message, to reception; the receipts of all of it. A part that could not be taken out for a reason that may
 * pass (`page-timeout`) is thrown, unless `isLastTry`. Throws what reception throws; what got its receipt before stays received.
 */
export async function receiveFile(
  file: ArrivedFile,
  into: Destined & { readonly isLastTry: boolean },
  tools: { readonly source: Pick<FileSource, 'partsOf'>; readonly reception: Reception },
): Promise<readonly Receipt[]> {
  return Array.fromAsync(tools.reception.receive(partsOf(file, into.isLastTry, tools.source), into));
}

/** Whether no paper came out of a file: all that was in it was rejected, or nothing was. */
export function isNothingTaken(receipts: readonly Receipt[]): boolean {
  return receipts.every(({ state, isContainer }) => isContainer || state === 'rejected');
}

async function* partsOf(
  { bytes, ...file }: ArrivedFile,
  isLastTry: boolean,
  source: Pick<FileSource, 'partsOf'>,
): AsyncGenerator<FilePart | RefusedPart> {
  if (bytes === null) {
    yield { ...file, failure: 'file-too-large' };
    return;
  }
  for await (const part of source.partsOf({ name: file.name, bytes })) {
    if ('failure' in part && !isLastTry && FAILURES[part.failure].category === 'transient')
      throw new LiasseFailure(part.failure);
    yield part;
  }
}

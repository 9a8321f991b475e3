import { LiasseFailure } from '#domain/failure.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { FilePart } from '#ports/file-opener.ts';
import { createIntakeSource } from '../../keeping/intake-source.ts';
import { ownOrder } from '../scope/order-in-scope.ts';
import type { Seat } from '../seat.ts';

/** A translation as it arrives. */
export interface UploadedFile {
  /** As given; a label, never a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes a translator's file: what it is is told by its content, not by its name. It takes the place of what was uploaded and not delivered; a worker reads and
 * compares it. Throws `not-found`, `order-moved-on`, `upload-is-container`, and why a file can't be taken.
 */
export async function uploadTranslation(seat: Seat, orderId: string, file: UploadedFile): Promise<void> {
  await ownOrder(seat, orderId);
  const part = await singlePart(file);
  const { name, sha256, mediaType, sizeBytes } = part;
  await seat.keeping.translations.upload(orderId, { name, sha256, mediaType, sizeBytes, bytes: await part.bytes() });
}

async function singlePart({ name, bytes }: UploadedFile): Promise<FilePart> {
  if (bytes.length === 0) throw new LiasseFailure('empty-file');
  const source = createIntakeSource(DEFAULT_LIMITS);
  try {
    const parts = await Array.fromAsync(source.partsOf({ name: lastPart(name), bytes }));
    const [part] = parts;
    if (part === undefined || parts.length > 1) throw new LiasseFailure('upload-is-container');
    if ('failure' in part) throw new LiasseFailure(part.failure);
    if (part.isContainer === true) throw new LiasseFailure('upload-is-container');
    return part;
  } finally {
    await source.close();
  }
}

/** Browsers give a name, others a path. */
function lastPart(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? '';
  return last === '' ? 'traduction' : last.slice(0, 200);
}

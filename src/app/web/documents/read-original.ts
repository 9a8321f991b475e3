import type { Seat } from '../seat.ts';
import { documentInScope, keyOfDocument } from './document-in-scope.ts';

/** The file that a paper came in, byte for byte, and what it was called, without folders. Throws `not-found`, `original-missing`, `sealed-damaged`. */
export async function readOriginal(
  seat: Seat,
  key: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { document, file, sha256 } = await documentInScope(seat, key);
  const bytes = await seat.keeping.originals.read(sha256);
  await seat.noteView('document-viewed', keyOfDocument(document));
  return { name: file.name.split(/[/\\]|!\//).at(-1) ?? 'original', bytes };
}

import type { UploadParts } from '#adapters/uploads/create-upload-parts.ts';
import type { UploadNote } from '#adapters/uploads/upload-note.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** An upload of theirs into a case of theirs; that is looked at before anything of it is opened. Throws `not-found`. */
export async function ownUpload(parts: UploadParts, seat: Seat, id: string): Promise<UploadNote> {
  const owner = await parts.notes.owner(id);
  if (owner === undefined || owner.personId !== seat.principal.personId) throw new LiasseFailure('not-found');
  await caseInScope(seat, owner.caseId);
  const note = await parts.notes.find(id);
  if (note === undefined) throw new LiasseFailure('not-found');
  return note;
}

import type { UploadParts } from '#adapters/uploads/create-upload-parts.ts';
import type { UploadNote } from '#adapters/uploads/upload-note.ts';

/** An upload that waits for the rest of its bytes. */
export interface UnfinishedUpload extends Pick<UploadNote, 'sizeBytes' | 'fingerprint'> {
  readonly id: string;
  readonly name: string;
  readonly offset: number;
}

/** One upload, unless it is for another case or was received. */
export async function describeUnfinished(
  { notes, look }: UploadParts,
  id: string,
  caseId: string,
): Promise<UnfinishedUpload[]> {
  if ((await notes.owner(id))?.caseId !== caseId) return [];
  const [note, part] = await Promise.all([notes.find(id), look(id)]);
  if (note === undefined || part === undefined || note.fileIds !== null) return [];
  const { label: name, sizeBytes, fingerprint } = note;
  return [{ id, name, sizeBytes, offset: part.bytes, fingerprint }];
}

import type { UploadNote } from '#adapters/uploads/upload-note.ts';
import type { FileSource } from '#ports/file-opener.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { Receipt } from '#ports/received-files.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import { createReception } from '../../keeping/receive.ts';
import { today } from '../../today.ts';
import { receiveFile } from '../../ways-in/receive-file.ts';

/** Bytes with the label they are kept under; null for more bytes than are allowed. */
export interface WholeUpload {
  readonly label: string;
  readonly bytes: Uint8Array | null;
}

/** Who receives, into which case. */
export interface ReceivedInto {
  readonly keeping: Keeping;
  readonly kept: KeptCase;
  readonly source: Pick<FileSource, 'partsOf'>;
}

/**
 * Hands a whole upload to the same reception as any other way in: what it became is durable when this resolves. Throws what reception throws;
 * `case-unknown` when the case was purged meanwhile, which is not opened anew.
 */
export function receiveUpload(
  { label, bytes }: WholeUpload,
  { keeping, kept, source }: ReceivedInto,
): Promise<readonly Receipt[]> {
  const cases = { ...keeping.cases, open: () => Promise.resolve(kept) };
  return receiveFile(
    { name: label, bytes },
    { caseName: kept.name, via: 'upload', asOf: today(), isLastTry: true },
    { source, reception: createReception({ ...keeping, cases }) },
  );
}

/**
 * The files that receipts speak of. Of a server that was killed after reception and before it could tell, the bytes come in once more: then what came of the
 * first time is told, and not that it is a copy of itself.
 */
export async function filesOfReceipts(
  receipts: readonly Receipt[],
  keeping: Pick<Keeping, 'files'>,
  { receivingSince }: Pick<UploadNote, 'receivingSince'>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { fileId, twinOf } of receipts) {
    const twin = twinOf === null || receivingSince === null ? undefined : await keeping.files.find(twinOf);
    const isOwn = twin !== undefined && receivingSince !== null && twin.receivedAt >= new Date(receivingSince);
    ids.push(isOwn ? twin.id : fileId);
  }
  return ids;
}

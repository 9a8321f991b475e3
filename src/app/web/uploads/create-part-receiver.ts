import type { UploadParts } from '#adapters/uploads/create-upload-parts.ts';
import type { FileSource } from '#ports/file-opener.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';
import { ownUpload } from './own-upload.ts';
import { filesOfReceipts } from './receive-upload.ts';
import type { UploadTeller } from './tell-of-uploads.ts';

interface ReceiverTools {
  readonly parts: UploadParts;
  readonly source: Pick<FileSource, 'partsOf'>;
  readonly reception: Pick<UploadTeller, 'receive'>;
  readonly onReceived: (id: string) => void;
}

/** Has a whole part received, and gives the ids of the files it became. */
export interface PartReceiver {
  /** Once at a time for an upload, however often it is asked for. */
  receive(seat: Seat, id: string): Promise<string[]>;
  /** Nothing is being received any more. */
  settled(): Promise<unknown>;
}

export function createPartReceiver(tools: ReceiverTools): PartReceiver {
  const receiving = new Map<string, Promise<string[]>>();
  const begin = async (seat: Seat, id: string): Promise<string[]> => {
    try {
      const ids = await receivePart(tools, seat, id);
      tools.onReceived(id);
      return ids;
    } finally {
      receiving.delete(id);
    }
  };
  return {
    receive: (seat, id) => {
      const under = receiving.get(id) ?? begin(seat, id);
      receiving.set(id, under);
      return under;
    },
    settled: () => Promise.allSettled(receiving.values()),
  };
}

/** Hands a whole part to reception, notes what it became, and lets the part go. */
async function receivePart({ parts, source, reception }: ReceiverTools, seat: Seat, id: string): Promise<string[]> {
  const note = await ownUpload(parts, seat, id);
  if (note.fileIds !== null) return note.fileIds;
  const kept = await caseInScope(seat, note.caseId);
  const { keeping } = seat;
  if (note.receivingSince === null)
    await parts.notes.keep(id, { ...note, receivingSince: await keeping.files.moment() });
  const receipts = await reception.receive(
    { label: note.label, bytes: await parts.read(id) },
    { keeping, kept, source },
  );
  const fileIds = await filesOfReceipts(receipts, keeping, note);
  await parts.notes.keep(id, { ...note, fileIds });
  await parts.drop(id);
  return fileIds;
}

import type { UploadParts } from '#adapters/uploads/create-upload-parts.ts';
import { asFailure } from '#domain/failure.ts';
import type { Keeping } from '../../keeping/open-keeping.ts';
import type { Seat } from '../seat.ts';

/** How long a part waits for somebody to go on with it, and how long a receipt is told again. */
const KEPT_MS = 2 * 24 * 3_600_000;

interface Tidying {
  readonly parts: UploadParts;
  readonly keeping: Pick<Keeping, 'cases'>;
  readonly seatFor: (personId: string) => Promise<Seat | undefined>;
  readonly receive: (seat: Seat, id: string) => Promise<unknown>;
  readonly onRemoved: (id: string) => void;
}

/**
 * Looks through all uploads: what came in as a whole, and whose server was killed before it could be received, is received; what nobody has gone on with for two
 * days goes, and so does what was for a case that was purged. One that fails is left for the next time.
 */
export async function tidyUploads(tidying: Tidying, now: Date): Promise<void> {
  for (const id of await tidying.parts.notes.ids()) await tidyOne(tidying, id, now).catch(asFailure);
}

async function tidyOne({ parts, keeping, seatFor, receive, onRemoved }: Tidying, id: string, now: Date): Promise<void> {
  const remove = async (): Promise<void> => {
    await parts.remove(id);
    onRemoved(id);
  };
  const owner = await parts.notes.owner(id);
  if (owner === undefined) {
    // Nobody can go on with a part whose note was damaged.
    const left = await parts.look(id);
    if (left === undefined || now.getTime() - left.at.getTime() > KEPT_MS) await remove();
    return;
  }
  // Looked at first: opening a note would make a new key for a case that is no more.
  if ((await keeping.cases.byId(owner.caseId)) === undefined) return remove();
  const [note, part] = [await parts.notes.find(id), await parts.look(id)];
  const lastAt = part?.at ?? new Date(owner.createdAt);
  const isOld = now.getTime() - lastAt.getTime() > KEPT_MS;
  if (note === undefined || (note.fileIds !== null && isOld)) return remove();
  if (note.fileIds !== null) return;
  if (part?.bytes === note.sizeBytes) {
    const seat = await seatFor(owner.personId);
    if (seat !== undefined) {
      await receive(seat, id);
      return;
    }
  }
  if (isOld) await remove();
}

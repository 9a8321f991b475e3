import { markRestored, removeRestoreMark, restoreState } from '#adapters/sql/backup/restore-target.ts';
import type { Database } from '#adapters/sql/open-database.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** Lies among the blobs while they are being restored: only then may they be removed to begin anew. */
const MARK = 'restoring';

interface Stores {
  readonly db: Database;
  readonly blobs: BlobStore;
}

/** What is kept may be used, unless a restore was begun here and is not done. Throws `restore-unfinished`. */
export async function refuseHalfRestored(stores: Stores): Promise<void> {
  const state = await restoreState(stores.db);
  if (state === 'begun') throw new LiasseFailure('restore-unfinished');
  if (state === 'done') await endRestore(stores);
}

/** Whether blobs can be restored there; what an interrupted restore left is removed. Throws `target-not-empty`. */
export async function clearBlobs(blobs: BlobStore): Promise<void> {
  const isOurs = await blobs.has(MARK);
  for await (const { name } of blobs.list('')) {
    // The mark of an installation is there as soon as somebody looked.
    if (!isOurs && name !== 'installation') throw new LiasseFailure('target-not-empty', 'blobs');
    if (name !== MARK) await blobs.remove(name);
  }
  await blobs.put(MARK, Buffer.from(MARK));
}

/** All is there and verified: everybody may use it. */
export async function endRestore({ db, blobs }: Stores): Promise<void> {
  await markRestored(db);
  await blobs.remove(MARK);
  await removeRestoreMark(db);
}

import { z } from 'zod';
import { installationId } from '#adapters/sql/installation-id.ts';
import type { Database } from '#adapters/sql/open-database.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { KeepingPlaces } from '../config.ts';

const MARK = 'installation';

/**
 * The id of this installation, made at its first start and left as a mark among its blobs. Where several machines may work together (`DATABASE_URL` or
 * `REDIS_URL` is set), they must share rows and bytes: throws `stores-not-shared` when the database is this machine's own, or when its folder of blobs
 * does not carry the mark of the database.
 */
export async function checkInstallation(
  { db, blobs }: { readonly db: Database; readonly blobs: BlobStore },
  { database, redisUrl }: Pick<KeepingPlaces, 'database' | 'redisUrl'>,
): Promise<string> {
  const isServer = 'url' in database;
  if (redisUrl !== undefined && !isServer) throw new LiasseFailure('stores-not-shared', 'REDIS_URL, no DATABASE_URL');
  if (blobs.isShared) return installationId(db, undefined, () => Promise.resolve());
  const found = await findMark(blobs);
  const id = await installationId(db, found, (made) => blobs.put(MARK, Buffer.from(made)));
  if (isServer && (found ?? (await findMark(blobs))) !== id)
    throw new LiasseFailure('stores-not-shared', 'LIASSE_BLOBS is not the folder of DATABASE_URL');
  return id;
}

/** Makes rows and blobs that were copied here an installation of its own, which shares no queue with the one that they were copied from. */
export async function becomeInstallation({
  db,
  blobs,
}: {
  readonly db: Database;
  readonly blobs: BlobStore;
}): Promise<void> {
  await installationId(db, undefined, (made) =>
    blobs.isShared ? blobs.remove(MARK) : blobs.put(MARK, Buffer.from(made)),
  );
}

/** The id of the installation whose blobs these are, if they say. */
export async function findMark(blobs: BlobStore): Promise<string | undefined> {
  const mark = await blobs.find(MARK);
  return mark === undefined ? undefined : z.uuid().safeParse(Buffer.from(mark).toString()).data;
}

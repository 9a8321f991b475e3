import { z } from 'zod';
import { installationId } from '#adapters/sql/installation-id.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeepingPlaces } from '../config.ts';
import type { Keeping } from './open-keeping.ts';

const MARK = 'installation';

/**
 * The id of this installation, made at its first start and left as a mark among its blobs. Where several machines may work together (`DATABASE_URL` or
 * `REDIS_URL` is set), they must share rows and bytes: throws `stores-not-shared` when the database is this machine's own, or when the folder of blobs
 * does not carry the mark of the database.
 */
export async function checkInstallation(
  { db, blobs }: Pick<Keeping, 'db' | 'blobs'>,
  { database, redisUrl }: Pick<KeepingPlaces, 'database' | 'redisUrl'>,
): Promise<string> {
  if (redisUrl !== undefined && !('url' in database))
    throw new LiasseFailure('stores-not-shared', 'REDIS_URL without DATABASE_URL');
  const found = await findMark(blobs);
  const id = await installationId(db, found, (made) => blobs.put(MARK, Buffer.from(made)));
  if (!('url' in database) || blobs.isShared) return id;
  if ((found ?? (await findMark(blobs))) !== id)
    throw new LiasseFailure('stores-not-shared', 'LIASSE_BLOBS: not the folder of this database');
  return id;
}

async function findMark(blobs: Keeping['blobs']): Promise<string | undefined> {
  const mark = await blobs.find(MARK);
  return mark === undefined ? undefined : z.uuid().safeParse(Buffer.from(mark).toString()).data;
}

import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import type { Tables } from '../tables.ts';

/** Any number will do, as long as nobody else takes it. */
const BYTES_LOCK = 5_117_002;

/** From now on until the transaction ends nobody gets a row for bytes, and no other purge begins. */
export async function holdBytes(within: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${BYTES_LOCK})`.execute(within);
}

const purgedSchema = z.object({ under_way: z.boolean().nullable(), since: z.boolean().nullable() });

/**
 * Whoever gives bytes a row makes sure that no purge takes the bytes from under it: none is under way about them, and none ended since `keptAfter`
 * (a moment of the database's clock from before they were kept). Throws `purged-meanwhile`: then they are to be kept once more.
 */
export async function confirmBytes(within: Transaction<Tables>, sha256: string, keptAfter: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${BYTES_LOCK})`.execute(within);
  const { rows } = await sql`
    select bool_or(done_at is null) as under_way, bool_or(done_at > ${keptAfter}::timestamptz) as since
    from purged_bytes join purges on purges.id = purge_id where sha256 = ${sha256}`.execute(within);
  const { under_way: isUnderWay, since: wasSince } = purgedSchema.parse(rows[0]);
  if (isUnderWay || wasSince) throw new LiasseFailure('purged-meanwhile');
}

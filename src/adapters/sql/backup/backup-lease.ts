import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import { isGone, workOwner } from '../../work-upkeep/work-owner.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';

/** The row in `meta` that says who is making a backup, and until when at most: a purge would take bytes from under it. */
const LEASE = 'backup-lease';
const LEASE_MINUTES = 15;

/** Takes the lease, or renews this process's own. Throws `backup-under-way` when it is somebody else's. */
export async function holdBackupLease(db: Database): Promise<void> {
  await db.transaction().execute(async (within) => {
    await sql`select pg_advisory_xact_lock(hashtext(${LEASE}))`.execute(within);
    const owner = await ownerOfLease(within);
    if (owner !== undefined && owner !== workOwner()) throw new LiasseFailure('backup-under-way');
    await sql`
      insert into meta (key, value) values (${LEASE}, jsonb_build_object(
        'owner', ${workOwner()}::text, 'until', clock_timestamp() + make_interval(mins => ${LEASE_MINUTES}))::text)
      on conflict (key) do update set value = excluded.value`.execute(within);
  });
}

export async function endBackupLease(db: Database | Transaction<Tables>): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', LEASE).execute();
}

/** Throws `backup-under-way`. A backup that was killed is over at once on its own machine, for others after a quarter of an hour. */
export async function refuseDuringBackup(within: Transaction<Tables>): Promise<void> {
  if ((await ownerOfLease(within)) !== undefined) throw new LiasseFailure('backup-under-way');
}

async function ownerOfLease(within: Transaction<Tables>): Promise<string | undefined> {
  const { rows } = await sql`
    select value::jsonb ->> 'owner' as owner from meta
    where key = ${LEASE} and (value::jsonb ->> 'until')::timestamptz > clock_timestamp()`.execute(within);
  const owner = z.object({ owner: z.string() }).optional().parse(rows[0])?.owner;
  return owner === undefined || isGone(owner) ? undefined : owner;
}

import { sql, type Transaction } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';

/** The row in `meta` that says until when a backup is being made: a purge would take bytes from under it. */
const LEASE = 'backup-until';
const LEASE_MINUTES = 15;

/** Takes or renews the lease of a backup that is being made. */
export async function holdBackupLease(db: Database | Transaction<Tables>): Promise<void> {
  await sql`
    insert into meta (key, value) values (${LEASE}, (clock_timestamp() + make_interval(mins => ${LEASE_MINUTES}))::text)
    on conflict (key) do update set value = excluded.value`.execute(db);
}

export async function endBackupLease(db: Database): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', LEASE).execute();
}

/** Throws `backup-under-way`; one that was killed is over after a quarter of an hour. */
export async function refuseDuringBackup(within: Transaction<Tables>): Promise<void> {
  const { rows } = await sql`
    select from meta where key = ${LEASE} and value::timestamptz > clock_timestamp()`.execute(within);
  if (rows.length > 0) throw new LiasseFailure('backup-under-way');
}

import { type RawBuilder, sql } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import { MIGRATION_NAMES, migrate } from '../migrate.ts';
import { FIRST_TEAM } from '../migrations/0002-people.ts';
import type { Database } from '../open-database.ts';
import { endBackupLease } from './backup-lease.ts';
import { keptTables, PASSING } from './kept-tables.ts';

/** The row in `meta` that is there while a restore goes on: nobody else may use the database meanwhile. */
const MARK = 'restoring';
/** All is there and verified; what is left to do is to take the marks away. */
const DONE = 'done';

/** How far a restore into this database has come; undefined when none was begun. */
export async function restoreState(db: Database): Promise<'begun' | 'done' | undefined> {
  const mark = await db.selectFrom('meta').select('value').where('key', '=', MARK).executeTakeFirst();
  if (mark === undefined) return undefined;
  return mark.value === DONE ? 'done' : 'begun';
}

/** Facts about the installation, the key for search words and the first team are there as soon as somebody looked. */
const MADE_BY_ITSELF: Readonly<Record<string, RawBuilder<unknown>>> = {
  meta: sql`false`,
  keys: sql`id <> 'index'`,
  teams: sql`id <> ${FIRST_TEAM}`,
};

/** What is in a database into which something is to be restored. `begun`: a restore that was interrupted. */
export async function stateOfTarget(db: Database): Promise<'empty' | 'begun' | 'in-use'> {
  const tables = await keptTables(db);
  if (tables.some(({ name }) => name === 'meta') && (await restoreState(db)) === 'begun') return 'begun';
  for (const { name } of tables) {
    const which = MADE_BY_ITSELF[name] ?? sql`true`;
    const { rows } = await sql`select from ${sql.table(name)} where ${which} limit 1`.execute(db);
    if (rows.length > 0) return 'in-use';
  }
  return 'empty';
}

/** Makes the tables anew as a backup knew them, and marks them as being restored. Throws `backup-newer`. */
export async function prepareTarget(db: Database, schema: readonly string[]): Promise<void> {
  const last = schema.at(-1);
  if (last === undefined || schema.some((name) => !MIGRATION_NAMES.includes(name)))
    throw new LiasseFailure('backup-newer');
  await dropTables(db);
  await migrate(db, last);
  // The backup has its teams, the first one too.
  if ((await keptTables(db)).some(({ name }) => name === 'teams')) await db.deleteFrom('teams').execute();
  await db.insertInto('meta').values({ key: MARK, value: 'begun' }).execute();
}

/** Takes out what belongs to the moment of the backup: work in somebody's hands, the backup itself, the installation. Then the newest schema. */
export async function settleTarget(db: Database): Promise<void> {
  await sql`update work set state = 'ready', owner = null, lease_until = null where state = 'running'`.execute(db);
  await endBackupLease(db);
  await db.deleteFrom('meta').where('key', '=', 'installation').execute();
  await migrate(db);
  // The installation that the backup is of may go on telling: a person decides.
  await sql`update webhooks set disabled_at = now(), disabled_because = 'restored' where disabled_at is null`.execute(
    db,
  );
}

/** All is there: from now on nothing of it is made anew. */
export async function markRestored(db: Database): Promise<void> {
  await db.updateTable('meta').set({ value: DONE }).where('key', '=', MARK).execute();
}

export async function removeRestoreMark(db: Database): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', MARK).execute();
}

/** The log can't be emptied, only taken away as a whole. */
async function dropTables(db: Database): Promise<void> {
  for (const { name } of (await keptTables(db)).reverse()) await sql`drop table ${sql.table(name)} cascade`.execute(db);
  await sql`drop function if exists audit_is_append_only`.execute(db);
  for (const name of [...PASSING, 'kysely_migration', 'kysely_migration_lock'])
    await sql`drop table if exists ${sql.table(name)}`.execute(db);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { MIGRATION_NAMES } from './migrate.ts';
import { connectDatabase, type Database, type DatabasePlace } from './open-database.ts';

/** What a database is like, without anything in it being changed. */
export interface DatabaseInspection {
  readonly db: Database;
  /** Major version of PostgreSQL. */
  readonly version: number;
  /** Migrations that the next start will make, and those that a newer Liasse made. */
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
  /** How far its clock is ahead of this machine's, milliseconds. */
  readonly aheadMs: number;
  /** Whether it syncs what it acknowledges to the disk. */
  readonly isSafe: boolean;
  close(): Promise<void>;
}

const settings = z.object({ version: z.coerce.number(), fsync: z.string(), now: z.date() });
const migrations = z.array(z.object({ name: z.string() }));

/** Looks at a database; undefined when it lies in a folder of this machine and was never made. Throws what the database says. */
export async function inspectDatabase(place: DatabasePlace): Promise<DatabaseInspection | undefined> {
  if ('home' in place && !existsSync(join(place.home, 'database'))) return undefined;
  const { db, close } = connectDatabase(place);
  try {
    const askedAt = Date.now();
    const { rows } = await sql`
      select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
        clock_timestamp() as now`.execute(db);
    const answeredAt = Date.now();
    const { version, fsync, now } = settings.parse(rows[0]);
    const made = await madeMigrations(db);
    return {
      db,
      version,
      pending: MIGRATION_NAMES.filter((name) => !made.includes(name)),
      unknown: made.filter((name) => !MIGRATION_NAMES.includes(name)),
      aheadMs: now.getTime() - (askedAt + answeredAt) / 2,
      isSafe: fsync === 'on',
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function madeMigrations(db: Database): Promise<string[]> {
  const { rows: tables } =
    await sql`select to_regclass('kysely_migration') as name where to_regclass('kysely_migration') is not null`.execute(
      db,
    );
  if (tables.length === 0) return [];
  const { rows } = await sql`select name from kysely_migration order by name`.execute(db);
  return migrations.parse(rows).map(({ name }) => name);
}

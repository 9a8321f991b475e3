import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createEmbeddedDatabase } from './embedded/embedded-database.ts';
import { migrate } from './migrate.ts';
import { withNamedFailures } from './named-failures.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** Where the database is: a server's URL, or the folder of this machine in which it lies. */
export type DatabasePlace = { readonly url: string } | { readonly home: string };

/** An open database, its schema up to date. */
export interface OpenedDatabase {
  readonly db: Database;
  /** Whether other machines can use it at the same time. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

const CONNECTIONS = 8;
/** The one session of an embedded database is shared anyhow. */
const EMBEDDED_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 40_000;

/** Opens the database and brings its schema up to date. Throws `database-away`, `database-in-use`, `home-not-writable`. */
export async function openDatabase(place: DatabasePlace): Promise<OpenedDatabase> {
  const opened = connectDatabase(place);
  try {
    await migrate(opened.db);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The database as it is; the first query connects. */
export function connectDatabase(place: DatabasePlace): OpenedDatabase {
  const embedded = 'home' in place ? createEmbeddedDatabase(place.home) : undefined;
  const pool =
    'url' in place
      ? new pg.Pool({ connectionString: place.url, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
      : new pg.Pool({
          ...embedded?.connection,
          Client: embedded?.Client,
          user: 'postgres',
          database: 'postgres',
          max: EMBEDDED_CONNECTIONS,
          connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        });
  // A server that goes away breaks idle connections too; the next query finds out for itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: withNamedFailures(new PostgresDialect({ pool })) });
  const close = async (): Promise<void> => {
    await db.destroy();
    await embedded?.close();
  };
  return { db, isShared: embedded === undefined, close };
}

import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';

/** Classes of SQLSTATE: connection exception, operator intervention (shutdown), insufficient resources but for a full disk, transactions in each other's way. */
const AWAY = /^(08|57P0[123]|53[023]|40001|40P01)/;
const AWAY_SYSTEM = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];
/** What the driver says without a code. */
const AWAY_MESSAGE = /Connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i;
/** Two transactions in each other's way: one of them was broken off, and can be made again. */
const BUSY = ['40001', '40P01'];
const DISK_FULL = ['53100', 'ENOSPC'];
const NOT_ALLOWED = ['EACCES', 'EPERM', 'EROFS'];

/** What a failed query means: `database-away`, `disk-full`, `home-not-writable`; anything else is the error itself. */
export function databaseFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof LiasseFailure) return thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const named = (name: 'disk-full' | 'home-not-writable' | 'database-away' | 'database-busy') =>
    new LiasseFailure(name, code, { cause: thrown });
  if (DISK_FULL.includes(code) || /No space left on device/i.test(thrown.message)) return named('disk-full');
  if (BUSY.includes(code)) return named('database-busy');
  if (NOT_ALLOWED.includes(code)) return named('home-not-writable');
  if (AWAY.test(code) || AWAY_SYSTEM.includes(code) || AWAY_MESSAGE.test(thrown.message)) return named('database-away');
  return thrown;
}

/** The dialect, its failures named: nobody who queries has to know the driver's words. */
export function withNamedFailures(dialect: Dialect): Dialect {
  return {
    createDriver: () => namedDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

function namedDriver(driver: Driver): Driver {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const real = (connection: DatabaseConnection): DatabaseConnection => inner.get(connection) ?? connection;
  return {
    init: () => named(() => driver.init()),
    acquireConnection: async () => {
      const connection = await named(() => driver.acquireConnection());
      const outer: DatabaseConnection = {
        executeQuery: (query) => named(() => connection.executeQuery(query)),
        streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
      };
      inner.set(outer, connection);
      return outer;
    },
    beginTransaction: (connection, settings) => named(() => driver.beginTransaction(real(connection), settings)),
    commitTransaction: (connection) => named(() => driver.commitTransaction(real(connection))),
    rollbackTransaction: (connection) => named(() => driver.rollbackTransaction(real(connection))),
    releaseConnection: (connection) => driver.releaseConnection(real(connection)),
    destroy: () => driver.destroy(),
  };
}

async function named<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw databaseFailure(error);
  }
}

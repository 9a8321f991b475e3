import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { KeyStore, WrappedKey } from '#ports/vault.ts';
import { type AuditTrail, createAuditTrail } from './audit/audit-trail.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

const idSchema = z.union([
  z.templateLiteral(['file:', z.string()]),
  z.templateLiteral(['case:', z.string()]),
  z.literal('organisation'),
  z.literal('index'),
]);

/** A change of the master key replaces every key there is: row by row that would take an embedded database a millisecond each. */
const ROWS_AT_ONCE = 1000;

/** The wrapped keys in the table `keys`. The log is told when another master key comes in force. */
export function createKeyStore(db: Database, trail: AuditTrail = createAuditTrail(db, { actor: '' })): KeyStore {
  const find = findTogether(async (ids) => {
    const rows = await db.selectFrom('keys').selectAll().where(sql<boolean>`id = any(${ids}::text[])`).execute();
    return new Map(rows.map(({ id, wrapped, master }) => [id, { wrapped, master }]));
  });
  return {
    find,
    add: async (key) => {
      await db
        .insertInto('keys')
        .values(rowOf(key))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = await find(key.id);
      if (kept === undefined) throw new Error('a key that was added is not there');
      return kept;
    },
    all: async () => {
      const rows = await db.selectFrom('keys').selectAll().orderBy('id').execute();
      return rows.map(({ id, wrapped, master }) => ({ id: idSchema.parse(id), wrapped, master }));
    },
    remove: async (ids) => {
      if (ids.length > 0)
        await db
          .deleteFrom('keys')
          .where('id', 'in', [...ids])
          .execute();
    },
    replace: (keys) =>
      trail.transaction(async (within, tell) => {
        for (let at = 0; at < keys.length; at += ROWS_AT_ONCE)
          await replaceRows(within, keys.slice(at, at + ROWS_AT_ONCE));
        const inForce = keys.find(({ id }) => id === 'index');
        if (inForce !== undefined)
          await tell([{ action: 'keys-rotated', subject: inForce.master, detail: { keys: keys.length } }]);
      }),
  };
}

/** Keys that are asked for in one turn are looked up by one query: a case has hundreds, each paper its own. */
function findTogether(
  look: (ids: readonly string[]) => Promise<ReadonlyMap<string, Pick<WrappedKey, 'wrapped' | 'master'>>>,
): KeyStore['find'] {
  let asked: Set<string> | undefined;
  let looking: ReturnType<typeof look> | undefined;
  return async (id) => {
    if (asked === undefined || looking === undefined) {
      const ids = new Set<string>();
      asked = ids;
      looking = Promise.resolve().then(() => {
        [asked, looking] = [undefined, undefined];
        return look([...ids]);
      });
    }
    asked.add(id);
    const found = (await looking).get(id);
    return found === undefined ? undefined : { id, ...found };
  };
}

async function replaceRows(within: Transaction<Tables>, keys: readonly WrappedKey[]): Promise<void> {
  const rows = keys.map(rowOf);
  const [ids, wrapped, masters] = [
    rows.map(({ id }) => id),
    rows.map((row) => row.wrapped),
    rows.map(({ master }) => master),
  ];
  await sql`update keys set wrapped = new.wrapped, master = new.master
    from unnest(${ids}::text[], ${wrapped}::bytea[], ${masters}::text[]) as new (id, wrapped, master)
    where keys.id = new.id`.execute(within);
}

function rowOf({ id, wrapped, master }: WrappedKey) {
  return { id, wrapped: Buffer.from(wrapped), master };
}

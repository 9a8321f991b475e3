import { z } from 'zod';
import type { KeyStore, WrappedKey } from '#ports/vault.ts';
import type { Database } from './open-database.ts';

const idSchema = z.union([
  z.templateLiteral(['file:', z.string()]),
  z.templateLiteral(['case:', z.string()]),
  z.literal('organisation'),
  z.literal('index'),
]);

/** The wrapped keys in the table `keys`. */
export function createKeyStore(db: Database): KeyStore {
  const find = async (id: WrappedKey['id']): Promise<WrappedKey | undefined> => {
    const row = await db.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : { id, wrapped: row.wrapped, master: row.master };
  };
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
      db.transaction().execute(async (transaction) => {
        for (const key of keys)
          await transaction.updateTable('keys').set(rowOf(key)).where('id', '=', key.id).execute();
      }),
  };
}

function rowOf({ id, wrapped, master }: WrappedKey) {
  return { id, wrapped: Buffer.from(wrapped), master };
}

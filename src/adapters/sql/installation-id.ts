import { randomUUID } from 'node:crypto';
import type { Database } from './open-database.ts';

const KEY = 'installation';

/** The id, if the database has one yet. */
export async function findInstallationId(db: Database): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst())?.value;
}

/**
 * The id of the installation that a database belongs to. At the first call it is the one that was `found` elsewhere, else a new one, which `mark` puts
 * there before it is in force; whoever asks meanwhile waits for it.
 */
export function installationId(
  db: Database,
  found: string | undefined,
  mark: (id: string) => Promise<void>,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const id = found ?? randomUUID();
    const inserted = await transaction
      .insertInto('meta')
      .values({ key: KEY, value: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) {
      if (found === undefined) await mark(id);
      return id;
    }
    return (await transaction.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirstOrThrow())
      .value;
  });
}

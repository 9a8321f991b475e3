import { createKeyStore } from '#adapters/sql/key-store.ts';
import { type DatabasePlace, openDatabase } from '#adapters/sql/open-database.ts';
import type { KeyStore } from '#ports/vault.ts';

/** The wrapped keys of a database, and how to empty and close it. */
export async function keyStoreOf(place: DatabasePlace): Promise<{
  readonly emptied: () => Promise<KeyStore>;
  readonly close: () => Promise<void>;
}> {
  const { db, close } = await openDatabase(place);
  return {
    emptied: async () => {
      await db.deleteFrom('keys').execute();
      return createKeyStore(db);
    },
    close,
  };
}

import { createKeyStore } from '#adapters/sql/key-store.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import type { KeyStore } from '#ports/vault.ts';
import { liasseHome } from '../../config.ts';

/** The wrapped keys of this installation, for what needs nothing else of the database. Throws as `openDatabase`. */
export async function withKeyStore<Answer>(
  environment: Readonly<Record<string, string | undefined>>,
  use: (keys: KeyStore) => Promise<Answer>,
): Promise<Answer> {
  const { DATABASE_URL: url } = environment;
  const { db, close } = await openDatabase(url ? { url } : { home: liasseHome(environment) });
  try {
    return await use(createKeyStore(db));
  } finally {
    await close();
  }
}

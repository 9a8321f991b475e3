import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditHeadFile } from '#adapters/audit-head/create-audit-head-file.ts';
import { createAuditTrail } from '#adapters/sql/audit/audit-trail.ts';
import { createKeyStore } from '#adapters/sql/key-store.ts';
import { openDatabase } from '#adapters/sql/open-database.ts';
import type { KeyStore } from '#ports/vault.ts';
import { actorOf, type KeepingPlaces } from '../../config.ts';

/** Where nothing was ever kept there are no keys, and looking for some leaves nothing behind. */
export const NO_KEYS: KeyStore = {
  find: async () => undefined,
  all: async () => [],
  add: () => Promise.reject(new Error('no key is added without a database')),
  remove: async () => undefined,
  replace: async () => undefined,
};

/** Does something with the wrapped keys of this installation. Throws as `openDatabase`. */
export async function withKeyStore<Answer>(
  { database, home }: KeepingPlaces,
  use: (keys: KeyStore) => Promise<Answer>,
): Promise<Answer> {
  if ('home' in database && !existsSync(join(database.home, 'database'))) return use(NO_KEYS);
  const { db, close } = await openDatabase(database);
  try {
    return await use(
      createKeyStore(db, createAuditTrail(db, { actor: actorOf(), headFile: createAuditHeadFile(home) })),
    );
  } finally {
    await close();
  }
}

import { z } from 'zod';
import type { CaseStore } from '#ports/kept-files.ts';
import type { Vault } from '#ports/vault.ts';
import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';

/** The hashes are others than those of the words of papers: neither tells anything of the other. */
const PREFIX = 'client:';

/** Whom cases are about, in the table `cases`. */
export function createClientStore(
  db: Database,
  vault: Vault,
): Pick<CaseStore, 'setClient' | 'clientNames' | 'blindClients'> {
  const blindly = async (): Promise<(key: string) => string> => {
    const blind = await vault.blind();
    return (key) => blind(PREFIX + key);
  };
  return {
    setClient: async (id, { names, keys }) => {
      const [sealer, blind] = await Promise.all([vault.sealer(`case:${id}`), blindly()]);
      await db
        .updateTable('cases')
        .set({ client_names: sealJson(sealer, names), client_keys: keys.map(blind).toSorted() })
        .where('id', '=', id)
        .execute();
    },
    clientNames: async (id) => {
      const row = await db.selectFrom('cases').select('client_names').where('id', '=', id).executeTakeFirst();
      if (row?.client_names == null) return [];
      return z.array(z.string()).parse(openJson(await vault.sealer(`case:${id}`), row.client_names));
    },
    blindClients: async () => {
      const cases = await db.selectFrom('cases').select(['id', 'client_keys as keys']).execute();
      return { cases: cases.filter(({ keys }) => keys.length > 0), blind: await blindly() };
    },
  };
}

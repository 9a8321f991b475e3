import { type DatabasePlace, openDatabase } from '#adapters/sql/open-database.ts';
import { createWorkStore } from '#adapters/sql/work/create-work-store.ts';
import type { StoreUnderTest } from '../contracts/work-store.contract.ts';

/** The work of a database, opened twice as two processes would. */
export async function workStoreOf(place: DatabasePlace): Promise<StoreUnderTest> {
  const one = await openDatabase(place);
  const other = await openDatabase(place);
  return {
    store: createWorkStore(one.db),
    sameStore: createWorkStore(other.db),
    clear: async () => {
      await one.db.deleteFrom('work').execute();
      await one.db.deleteFrom('meta').execute();
    },
    close: async () => {
      await other.close();
      await one.close();
    },
  };
}

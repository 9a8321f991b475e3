import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '#adapters/sql/open-database.ts';
import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { putEmptyDatabase } from './empty-database.ts';

/** Everything that is kept in a new folder, its rows in a database of the caller's if one is given. */
export async function keepingOf(
  database?: DatabasePlace,
): Promise<{ readonly keeping: Keeping; readonly home: string; close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'liasse-keeping-'));
  const places = keepingPlaces({ LIASSE_HOME: home });
  if (database === undefined) await putEmptyDatabase(home);
  const keeping = await openKeeping(database === undefined ? places : { ...places, database });
  return {
    keeping,
    home,
    close: async () => {
      await keeping.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '#adapters/sql/open-database.ts';
import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';

/** Everything that is kept in a new folder, its rows in a database of the caller's if one is given. */
export async function keepingOf(
  database?: DatabasePlace,
): Promise<{ readonly keeping: Keeping; readonly home: string; close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'liasse-keeping-'));
  const places = keepingPlaces({ LIASSE_HOME: home });
  const template = database === undefined ? await emptyDatabase() : undefined;
  if (template !== undefined) await cp(template, join(home, 'database'), { recursive: true });
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

/** Of the run of tests; undefined for scripts, whose databases are made. */
async function emptyDatabase(): Promise<string | undefined> {
  if (process.env['VITEST'] === undefined) return undefined;
  const { inject } = await import('vitest');
  return inject('emptyDatabase');
}

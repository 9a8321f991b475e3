import { join } from 'node:path';
import { type KeepingPlaces, keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';

/** Everything of one installation below a folder, its master key included; a database server may be named. */
export function placesIn(folder: string, databaseUrl?: string): KeepingPlaces {
  return keepingPlaces({
    LIASSE_HOME: join(folder, 'home'),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  });
}

/** Opens the installation in a folder, lets it be used, and closes it. */
export async function keptIn<Result>(
  places: KeepingPlaces,
  use: (keeping: Keeping) => Promise<Result>,
): Promise<Result> {
  const keeping = await openKeeping(places);
  try {
    return await use(keeping);
  } finally {
    await keeping.close();
  }
}

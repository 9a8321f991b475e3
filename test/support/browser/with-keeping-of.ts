import { keepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import type { BrowserApp } from './browser-app.ts';

/** Lets a test put papers into the home of a running server; the server is told of nothing, as when another process receives them. */
export async function withKeepingOf<Result>(
  { served }: Pick<BrowserApp, 'served'>,
  work: (keeping: Keeping) => Promise<Result>,
): Promise<Result> {
  const keeping = await openKeeping(keepingPlaces({ LIASSE_HOME: served.home }));
  try {
    return await work(keeping);
  } finally {
    await keeping.close();
  }
}

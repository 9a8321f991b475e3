import type { PageSource } from '#domain/artifacts.ts';
import type { PageView, Raster } from '#ports/pages.ts';

/** The last pages that were decoded: reading and looking for marks want the same pixels, one shortly after the other. */
export interface RecentRasters {
  decoded(key: string, decode: () => Promise<Raster | null>): Promise<Raster | null>;
}

/** A page a worker and some that are read ahead; a colour page of 9 megapixels takes 27 MB. */
const KEPT = 4;

export function createRecentRasters(): RecentRasters {
  const kept = new Map<string, Promise<Raster | null>>();
  return {
    decoded: (key, decode) => {
      const found = kept.get(key) ?? decode();
      // The newest stands last; the oldest goes first.
      kept.delete(key);
      kept.set(key, found);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      // A failure is not kept: the next one to ask tries again.
      found.catch(() => kept.delete(key));
      return found;
    },
  };
}

/** The page, decoded once for those who ask for the same size within a short time. */
export function withRecentRaster(view: PageView, source: PageSource, recent: RecentRasters): PageView {
  return {
    textLayer: () => view.textLayer(),
    raster: (options) =>
      recent.decoded(`${source.sha256} ${source.page} ${options.maxPixels}`, () => view.raster(options)),
  };
}

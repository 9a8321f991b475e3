import type { PageSource } from '#domain/artifacts.ts';
import type { PageView, Raster } from '#ports/pages.ts';

/** The last pages that were decoded: reading and looking for marks want the same pixels, with a queue for the recogniser between them. */
export interface RecentRasters {
  decoded(key: string, decode: () => Promise<Raster | null>): Promise<Raster | null>;
}

/** All pages under way of a run over scans, four under way of colour photos of 9 megapixels. */
const KEPT_BYTES = 108_000_000;

interface Kept {
  readonly raster: Promise<Raster | null>;
  /** 0 until it is decoded. */
  sizeBytes: number;
}

export function createRecentRasters(): RecentRasters {
  const kept = new Map<string, Kept>();

  /** The newest stands last; the oldest go first. */
  function dropOldest(): void {
    let sizeBytes = kept.values().reduce((sum, one) => sum + one.sizeBytes, 0);
    for (const [key, one] of kept) {
      if (sizeBytes <= KEPT_BYTES) return;
      kept.delete(key);
      sizeBytes -= one.sizeBytes;
    }
  }

  function remember(key: string, raster: Promise<Raster | null>): Kept {
    const entry: Kept = { raster, sizeBytes: 0 };
    raster.then(
      (decoded) => {
        if (decoded === null) kept.delete(key);
        entry.sizeBytes = decoded?.pixels.length ?? 0;
        dropOldest();
      },
      // A failure is not kept: the next one to ask tries again.
      () => kept.delete(key),
    );
    return entry;
  }

  return {
    decoded: (key, decode) => {
      const found = kept.get(key) ?? remember(key, decode());
      kept.delete(key);
      kept.set(key, found);
      return found.raster;
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

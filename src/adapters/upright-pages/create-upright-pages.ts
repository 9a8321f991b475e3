import { scaleRaster } from '#pixels/resample.ts';
import { uprightRaster } from '#pixels/upright-raster.ts';
import type { PageProvider, UprightPages } from '#ports/pages.ts';

/** Pages decoded for the eye: more pixels than the larger side asked for would only cost time. */
const MAX_PIXELS = 9_000_000;

/** Pages as a reader sees them, from the pixels that the provider gives and the geometry that reading found. */
export function createUprightPages(pages: PageProvider): UprightPages {
  return {
    fingerprint: `upright/1 ${pages.fingerprint}`,
    image: async (source, geometry, maxSide) => {
      const view = await pages.view(source);
      const raw = await view.raster({ maxPixels: MAX_PIXELS, signal: new AbortController().signal });
      if (raw === null) return null;
      // Shrinking first makes turning cheap; marks are large.
      const longer = Math.max(raw.width, raw.height);
      return uprightRaster(scaleRaster(raw, Math.min(1, maxSide / longer)), geometry);
    },
  };
}

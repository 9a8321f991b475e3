import { halve, scaleRaster } from '#pixels/resample.ts';
import { uprightRaster } from '#pixels/upright-raster.ts';
import type { PageProvider, Raster, UprightPages } from '#ports/pages.ts';

/** Pages decoded for the eye: more pixels than the larger side asked for would only cost time. */
const MAX_PIXELS = 9_000_000;

/** Pages as a reader sees them, from the pixels that the provider gives and the geometry that reading found. */
export function createUprightPages(pages: PageProvider, maxPixels = MAX_PIXELS): UprightPages {
  return {
    fingerprint: `upright/2 ${pages.fingerprint}`,
    image: async (source, geometry, maxSide) => {
      const view = await pages.view(source);
      const raw = await view.raster({ maxPixels, signal: new AbortController().signal });
      if (raw === null) return null;
      // Shrinking first makes turning cheap; marks are large.
      return uprightRaster(shrinkTo(raw, maxSide), geometry);
    },
  };
}

/** Halving costs a fifth of any other scale; a size this much off is as good. */
const CLOSE = 0.1;

/** The raster with a longer side of about `maxSide` pixels; never enlarged. */
function shrinkTo(raster: Raster, maxSide: number): Raster {
  const half = Math.max(raster.width, raster.height) / 2;
  if (half > maxSide * (1 - CLOSE)) return shrinkTo(halve(raster), maxSide);
  return scaleRaster(raster, Math.min(1, maxSide / (half * 2)));
}

import type { Raster } from '#ports/pages.ts';
import { findColouredInk } from './find-coloured-ink.ts';
import { partInks } from './part-inks.ts';

/**
 * The luminance of a raster, in which coloured stamps that lie over black print are taken away so that the words under them can be
 * read. It is returned as it is where there are none.
 */
export function greyOfPrint(raster: Raster, luminance: Raster): Raster {
  const places = findColouredInk(raster);
  if (places.length === 0) return luminance;
  const grey = { ...luminance, pixels: luminance.pixels.slice() };
  for (const place of places) {
    const parted = partInks(raster, place);
    if (parted === undefined) continue;
    for (let row = 0; row < place.height; row += 1) {
      const from = row * place.width;
      grey.pixels.set(
        parted.print.pixels.subarray(from, from + place.width),
        (place.top + row) * grey.width + place.left,
      );
    }
  }
  return grey;
}

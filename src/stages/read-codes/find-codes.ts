import { type Box, roundedBox } from '#domain/geometry.ts';
import type { PageCodes, PageGeometry } from '#domain/page-reading.ts';
import { type Area, crop, within } from '#pixels/crop.ts';
import { findCodeAreas } from '#pixels/find-code-areas.ts';
import { halve, scaleRaster } from '#pixels/resample.ts';
import { toGrey } from '#pixels/to-grey.ts';
import { uprightPoint } from '#pixels/upright-point.ts';
import type { CodeReader, ReadCode } from '#ports/code-reader.ts';
import type { Raster } from '#ports/pages.ts';

/** Longer side at most, pixels, of the picture on which places are looked for: some 110 to 160 dots an inch on A4. */
const LARGEST_SIDE = 1_860;
/** Places on a page that are tried, the largest first. */
const MOST_AREAS = 6;
/** Edge around a place, of its side and in pixels of the small picture: the search finds the inside of a code. */
const MARGIN = 0.2;
const LEAST_MARGIN = 14;
/** Longer side of the picture that is decoded: small modules are enlarged, large ones only cost time. */
const LEAST_SIDE = 480;
const MOST_SIDE = 1_100;

type Code = PageCodes['codes'][number];

/** The codes on a raw page, their boxes on the upright one; each content once. */
export async function findCodes(raw: Raster, geometry: PageGeometry, reader: CodeReader): Promise<Code[]> {
  const grey = toGrey(raw);
  const found = new Map<string, Code>();
  for (const area of placesOf(grey)) {
    const cut = crop(grey, area);
    const scale = scaleFor(cut);
    for (const code of await reader.readCodes(scaleRaster(cut, scale))) {
      const corners = code.corners.map(
        ([x, y]) => [Math.floor(area.left) + x / scale, Math.floor(area.top) + y / scale] as const,
      );
      const box = boxAround(corners.map((corner) => uprightPoint(corner, grey, geometry)));
      const text = contentOf(code);
      found.set(`${code.symbology} ${text}`, { symbology: code.symbology, text, box });
    }
  }
  return [...found.values()];
}

function placesOf(grey: Raster): Area[] {
  let small = grey;
  while (Math.max(small.width, small.height) > LARGEST_SIDE) small = halve(small);
  const scale = grey.width / small.width;
  return findCodeAreas(small)
    .slice(0, MOST_AREAS)
    .map(({ left, top, width, height }) => {
      const margin = Math.max(LEAST_MARGIN, MARGIN * Math.max(width, height));
      const wide = { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin };
      return within(grey, {
        left: wide.left * scale,
        top: wide.top * scale,
        width: wide.width * scale,
        height: wide.height * scale,
      });
    });
}

function scaleFor({ width, height }: Raster): number {
  const side = Math.max(width, height);
  if (side > MOST_SIDE) return MOST_SIDE / side;
  return side < LEAST_SIDE ? 2 : 1;
}

/** A signed data code (2D-Doc begins so) is bytes whose separators count; other codes are texts. */
function contentOf({ bytes, text }: ReadCode): string {
  return /^DC\d\d/.test(bytes) ? bytes : text;
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const xs = points.map(([x]) => inside(x));
  const ys = points.map(([, y]) => inside(y));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return roundedBox([left, top, Math.max(...xs) - left, Math.max(...ys) - top]);
}

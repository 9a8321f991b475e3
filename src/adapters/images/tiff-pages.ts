/** What the directory of one TIFF page says. */
export interface TiffPage {
  /** Index of the directory in the file, from 0; reduced copies and masks between pages are counted. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** By how much higher than wide a stored pixel is: 1 for square ones, about 2 for a fax in standard resolution (204 × 98 dots an inch). */
  readonly pixelHeight: number;
}

const TAG = { subfile: 254, width: 256, height: 257, xResolution: 282, yResolution: 283 };
const TYPE = { short: 3, long: 4, rational: 5 };
/** Bits of the subfile tag: a smaller copy of another page, a transparency mask. */
const NO_PAGE = 0b101;
/** More directories than any limit of pages would allow; a chain that loops ends here too. */
const MOST_DIRECTORIES = 20_000;
/** Beyond these, the resolution is a mistake of the writer and not the shape of its pixels. */
const SHAPES = { least: 0.2, most: 5 };

/**
 * The pages of a TIFF, in their order: thumbnails and masks are none. Empty for what is no classic TIFF or too broken to tell, then the
 * decoder's own count holds. Reads directories only, never pixels (TIFF 6.0, sections 2 and 8).
 */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  try {
    const order = view.getUint16(0);
    const isLittle = order === 0x4949;
    if ((!isLittle && order !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return [];
    let offset = view.getUint32(4, isLittle);
    for (let index = 0; offset !== 0 && !seen.has(offset) && index < MOST_DIRECTORIES; index += 1) {
      seen.add(offset);
      const directory = readDirectory(view, offset, isLittle);
      const isPage = ((directory.values.get(TAG.subfile) ?? 0) & NO_PAGE) === 0;
      if (isPage) pages.push({ index, ...shapeOf(directory.values) });
      offset = directory.next;
    }
  } catch {
    // The end of the file came before the end of a directory: what was read before still counts.
  }
  return pages;
}

function readDirectory(
  view: DataView,
  offset: number,
  isLittle: boolean,
): { readonly values: ReadonlyMap<number, number>; readonly next: number } {
  const entries = view.getUint16(offset, isLittle);
  const values = new Map<number, number>();
  for (let at = offset + 2; at < offset + 2 + entries * 12; at += 12) {
    const [tag, type] = [view.getUint16(at, isLittle), view.getUint16(at + 2, isLittle)];
    if (type === TYPE.short) values.set(tag, view.getUint16(at + 8, isLittle));
    else if (type === TYPE.long) values.set(tag, view.getUint32(at + 8, isLittle));
    else if (type === TYPE.rational && (tag === TAG.xResolution || tag === TAG.yResolution)) {
      const place = view.getUint32(at + 8, isLittle);
      values.set(tag, view.getUint32(place, isLittle) / view.getUint32(place + 4, isLittle));
    }
  }
  return { values, next: view.getUint32(offset + 2 + entries * 12, isLittle) };
}

function shapeOf(values: ReadonlyMap<number, number>): Omit<TiffPage, 'index'> {
  const shape = (values.get(TAG.xResolution) ?? 1) / (values.get(TAG.yResolution) ?? 1);
  const isPlausible = shape >= SHAPES.least && shape <= SHAPES.most;
  return {
    width: values.get(TAG.width) ?? 0,
    height: values.get(TAG.height) ?? 0,
    // Rounding of resolutions (204 and 203) is no reason to touch the pixels.
    pixelHeight: isPlausible && Math.abs(shape - 1) > 0.05 ? shape : 1,
  };
}

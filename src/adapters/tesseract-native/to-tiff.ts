import type { Raster } from '#ports/pages.ts';

const TYPE = { short: 3, long: 4 } as const;
const HEADER = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);

/**
 * Grey rasters as one TIFF of several pages, uncompressed: the one form in which Tesseract takes several images through its standard input,
 * so that no page of a client ever lies in a temporary file (TIFF 6.0, section 4: greyscale images).
 */
export function toTiff(pages: readonly Raster[]): Buffer {
  const parts: Uint8Array[] = [HEADER];
  let at = HEADER.length;
  for (const [index, { width, height, channels, pixels }] of pages.entries()) {
    if (channels !== 1) throw new Error('a grey raster is expected');
    const padding = pixels.length % 2;
    const entries = [
      [256, TYPE.long, width],
      [257, TYPE.long, height],
      [258, TYPE.short, 8],
      [259, TYPE.short, 1],
      [262, TYPE.short, 1],
      [273, TYPE.long, at + directoryLength(9)],
      [277, TYPE.short, 1],
      [278, TYPE.long, height],
      [279, TYPE.long, pixels.length],
    ] as const;
    const next = at + directoryLength(entries.length) + pixels.length + padding;
    parts.push(directory(entries, index === pages.length - 1 ? 0 : next), pixels, Buffer.alloc(padding));
    at = next;
  }
  return Buffer.concat(parts);
}

function directoryLength(entries: number): number {
  return 2 + entries * 12 + 4;
}

function directory(entries: readonly (readonly [tag: number, type: number, value: number])[], next: number): Buffer {
  const bytes = Buffer.alloc(directoryLength(entries.length));
  bytes.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    // A short stands at the lower end of its four bytes, which little-endian writing gives for nothing.
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(next, bytes.length - 4);
  return bytes;
}

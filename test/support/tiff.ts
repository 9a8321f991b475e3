export interface TiffShape {
  readonly width: number;
  readonly height: number;
  readonly shade: number;
  readonly isThumbnail?: boolean;
  /** Dots an inch across and down. */
  readonly resolution?: readonly [across: number, down: number];
}

/** A TIFF of plain grey pages, one directory after the other, little-endian and uncompressed. */
export function tiffOf(pages: readonly TiffShape[]): Buffer {
  const parts = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  for (const [index, { width, height, shade, isThumbnail = false, resolution = [200, 200] }] of pages.entries()) {
    const count = 12;
    const rationals = at + 2 + count * 12 + 4;
    const data = rationals + 16;
    const entries = [
      [254, 4, isThumbnail ? 1 : 0],
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, data],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, width * height],
      [282, 5, rationals],
      [283, 5, rationals + 8],
    ] as const;
    const directory = Buffer.alloc(2 + count * 12 + 4 + 16);
    directory.writeUInt16LE(count, 0);
    for (const [place, [tag, type, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + place * 12);
      directory.writeUInt16LE(type, 4 + place * 12);
      directory.writeUInt32LE(1, 6 + place * 12);
      directory.writeUInt32LE(value, 10 + place * 12);
    }
    const next = data + width * height;
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : next, 2 + count * 12);
    for (const [place, dots] of resolution.entries()) {
      directory.writeUInt32LE(dots, 2 + count * 12 + 4 + place * 8);
      directory.writeUInt32LE(1, 2 + count * 12 + 8 + place * 8);
    }
    parts.push(directory, Buffer.alloc(width * height, shade));
    at = next;
  }
  return Buffer.concat(parts);
}

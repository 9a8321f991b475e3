export interface BmpShape {
  readonly bits: 1 | 4 | 8 | 24 | 32;
  readonly isTopDown: boolean;
  /** Width and height that the header claims in place of the true ones. */
  readonly claims?: number;
}

/** A white Windows bitmap with a dark square of 20 pixels at its top left. */
export function bmpOf(width: number, height: number, { bits, isTopDown, claims }: BmpShape): Buffer {
  const colours = bits <= 8 ? 1 << bits : 0;
  const start = 54 + colours * 4;
  const row = Math.ceil((width * bits) / 32) * 4;
  const bytes = Buffer.alloc(start + row * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(start, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(claims ?? width, 18);
  bytes.writeInt32LE(isTopDown ? -(claims ?? height) : (claims ?? height), 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(bits, 28);
  // Colour 0 is black, the last one white.
  if (colours > 0) bytes.writeUInt32LE(0xffffff, 54 + (colours - 1) * 4);
  for (let y = 0; y < height; y += 1) {
    const at = start + (isTopDown ? y : height - 1 - y) * row;
    for (let x = 0; x < width; x += 1) {
      if (x < 20 && y < 20) continue;
      const first = at + Math.floor((x * bits) / 8);
      if (bits >= 8) bytes.fill(0xff, first, first + bits / 8);
      else bytes[first] = (bytes[first] ?? 0) | (((1 << bits) - 1) << (8 - bits - ((x * bits) % 8)));
    }
  }
  return bytes;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { CodeSymbology } from '#domain/page-reading.ts';
import type { ReadCode } from '#ports/code-reader.ts';
import type { Raster } from '#ports/pages.ts';

const SYMBOLOGIES: Readonly<Record<string, CodeSymbology>> = {
  DataMatrix: 'data-matrix',
  QRCode: 'qr',
  Aztec: 'aztec',
};
/** More of them on one place of a page are misreadings. */
const MOST_CODES = 8;

let ready: Promise<void> | undefined;

/** All codes on a grey raster. Runs in the decoding process: compiled code that reads hostile pictures may hang or crash. */
export async function scanCodes(image: Raster): Promise<ReadCode[]> {
  ready ??= loadReader();
  await ready;
  const found = await readBarcodes(asImageData(image), {
    formats: ['DataMatrix', 'QRCode', 'Aztec'],
    tryHarder: true,
    maxNumberOfSymbols: MOST_CODES,
    // What the bytes mean is ours to say: the readable form of some contents leaves out control characters.
    textMode: 'Plain',
  });
  return found.flatMap(({ symbology, bytes, text, position, isValid }) => {
    const known = SYMBOLOGIES[symbology];
    if (known === undefined || !isValid || bytes.length === 0) return [];
    const { topLeft, topRight, bottomRight, bottomLeft } = position;
    const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => [x, y] as const);
    return [{ symbology: known, bytes: Buffer.from(bytes).toString('latin1'), text, corners }];
  });
}

/** The library would fetch its program from the network. */
async function loadReader(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(file);
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer } });
}

/** The reader takes colours only, as a browser's canvas gives them. */
function asImageData({ width, height, pixels }: Raster) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0, to = 0; at < width * height; at += 1, to += 4) {
    const value = pixels[at] ?? 255;
    data[to] = value;
    data[to + 1] = value;
    data[to + 2] = value;
  }
  return { width, height, data, colorSpace: 'srgb' as const };
}

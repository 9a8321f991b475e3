import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { Raster } from '#ports/pages.ts';

const A4 = { width: 8.27, height: 11.69 };
let ready: Promise<void> | undefined;

/** How a page with a code is made. Sizes in millimetres. */
export interface CodePage {
  readonly format?: 'DataMatrix' | 'QRCode' | 'Aztec';
  readonly dpi?: number;
  /** Width of one module. */
  readonly module?: number;
  readonly left?: number;
  readonly top?: number;
  /** Clockwise degrees by which the finished page is turned. */
  readonly turned?: number;
  /** Sigma, pixels. */
  readonly blur?: number;
  readonly jpegQuality?: number;
}

/** A grey raster of a code with a white edge, its modules of whole pixels. */
export async function rasterOfCode(
  text: string | Uint8Array,
  format: NonNullable<CodePage['format']>,
  modulePixels: number,
): Promise<Raster> {
  const edge = 10 * modulePixels;
  const edges = { top: edge, bottom: edge, left: edge, right: edge };
  const picture = sharp(await codePicture(text, format, modulePixels)).flatten({ background: 'white' });
  const { data, info } = await picture
    .extend({ ...edges, background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, pixels: new Uint8Array(data) };
}

/** A grey page of text lines with a code on it, as a scanner gives it. */
export async function pageWithCode(text: string | Uint8Array, made: CodePage = {}): Promise<Raster> {
  const { dpi = 200, module = 0.45, left = 30, top = 40, turned = 0, blur = 0.6, jpegQuality = 80 } = made;
  const [width, height] = [Math.round(A4.width * dpi), Math.round(A4.height * dpi)];
  const code = await codePicture(text, made.format ?? 'DataMatrix', (module * dpi) / 25.4);
  const page = await sharp({ create: { width, height, channels: 3, background: '#f6f4ee' } })
    .composite([
      { input: textLines(width, height, dpi), left: 0, top: 0 },
      { input: code, left: Math.round((left * dpi) / 25.4), top: Math.round((top * dpi) / 25.4) },
    ])
    .png()
    .toBuffer();
  const scan = await sharp(page)
    .rotate(turned, { background: '#f6f4ee' })
    .blur(blur)
    .greyscale()
    .jpeg({ quality: jpegQuality })
    .toBuffer();
  const { data, info } = await sharp(scan).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, pixels: new Uint8Array(data) };
}

async function codePicture(
  text: string | Uint8Array,
  format: NonNullable<CodePage['format']>,
  modulePixels: number,
): Promise<Buffer> {
  ready ??= loadWriter();
  await ready;
  const { image, error } = await writeBarcode(text, { format, scale: 1, addQuietZones: true });
  if (image === null) throw new Error(error);
  const small = Buffer.from(await image.arrayBuffer());
  const { width = 1 } = await sharp(small).metadata();
  return sharp(small)
    .resize({ width: Math.round(width * modulePixels), kernel: 'nearest' })
    .png()
    .toBuffer();
}

async function loadWriter(): Promise<void> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer } });
}

/** Print below and beside the code: bars of the height of letters with gaps, as words have. */
function textLines(width: number, height: number, dpi: number): Buffer {
  const size = (11 / 72) * dpi;
  const lines = Array.from({ length: 34 }, (_, at) => {
    const y = height * 0.36 + at * size * 1.4;
    return `<text x="${width * 0.1}" y="${y}" font-size="${size}" font-family="serif">Le montant total du mois de septembre est de 1 578,74 euros, ligne ${at}</text>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`,
  );
}

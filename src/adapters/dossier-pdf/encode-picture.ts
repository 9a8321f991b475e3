import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import type { Raster } from '#ports/pages.ts';
import type { Turn } from './matrix.ts';

/** A picture as it is stored in a PDF. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly kind: 'jpeg-grey' | 'jpeg-colour' | 'bits';
  /** Clockwise, by which its file says it is to be shown. */
  readonly turn: Turn;
}

/** EXIF orientations that only turn. */
const TURNS: Readonly<Record<number, Turn>> = { 1: 0, 6: 90, 3: 180, 8: 270 };

/** A JPEG that a PDF can hold as it is; undefined for one that is mirrored, in printing inks, or no JPEG that can be read. */
export async function storedJpeg(bytes: Uint8Array): Promise<Picture | undefined> {
  const header = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const turn = TURNS[header?.orientation ?? 1];
  if (header?.format !== 'jpeg' || turn === undefined || ![1, 3].includes(header.channels)) return undefined;
  const kind = header.channels === 1 ? 'jpeg-grey' : 'jpeg-colour';
  return { width: header.width, height: header.height, bytes, kind, turn };
}

/** Pixels that are neither black nor white, at most, on a page that has no greys. */
const GREYS = 0.01;
const A4_INCHES = { long: 11.69, short: 8.27 };

/** Pixels of an A4 page at a number of dots an inch. */
export function pixelsOfA4(dpi: number): number {
  return Math.ceil(A4_INCHES.long * dpi * A4_INCHES.short * dpi);
}

/** Stores pixels: black and white as bits, all else as JPEG, with no more dots than it takes to read an A4 page. */
export async function encodePicture(raster: Raster, readable: DossierPages['readable']): Promise<Picture> {
  if (isBlackAndWhite(raster)) return asBits(raster);
  const { width, height, channels, pixels } = raster;
  const scale = Math.min(1, Math.sqrt(pixelsOfA4(readable.dpi) / (width * height)));
  const image = sharp(pixels, { raw: { width, height, channels } });
  const sized = scale < 1 ? image.resize({ width: Math.max(1, Math.round(width * scale)) }) : image;
  const { data, info } = await sized
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: readable.quality })
    .toBuffer({ resolveWithObject: true });
  const kind = channels === 1 ? 'jpeg-grey' : 'jpeg-colour';
  return { width: info.width, height: info.height, bytes: data, kind, turn: 0 };
}

function isBlackAndWhite({ channels, pixels }: Raster): boolean {
  if (channels !== 1) return false;
  const most = pixels.length * GREYS;
  let greys = 0;
  for (let at = 0; at < pixels.length && greys <= most; at += 1) {
    const pixel = pixels[at] ?? 0;
    if (pixel > 24 && pixel < 231) greys += 1;
  }
  return greys <= most;
}

function asBits({ width, height, pixels }: Raster): Picture {
  const row = Math.ceil(width / 8);
  const packed = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((pixels[y * width + x] ?? 255) > 127) {
        const at = y * row + (x >> 3);
        packed[at] = (packed[at] ?? 0) | (0x80 >> (x & 7));
      }
  return { width, height, bytes: deflateSync(packed, { level: 9 }), kind: 'bits', turn: 0 };
}

import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { bmpOf } from '../../bmp.ts';
import { tiffOf } from '../../tiff.ts';

type Bytes = Promise<Uint8Array> | Uint8Array;

const plain = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 3, background: '#dddddd' } });
const seeThrough = (): Sharp => sharp({ create: { width: 16, height: 16, channels: 4, background: '#dd00dd80' } });

/** Small good pictures of each format, in several of its kinds. */
export const PICTURES = {
  jpeg: () => [
    plain().jpeg().toBuffer(),
    plain().withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer(),
  ],
  png: () => [
    plain().png().toBuffer(),
    seeThrough().png({ progressive: true }).toBuffer(),
    plain().png({ palette: true }).toBuffer(),
  ],
  tiff: () => [
    plain().tiff({ compression: 'lzw' }).toBuffer(),
    plain().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    plain().tiff({ compression: 'jpeg', tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer(),
    tiffOf([
      { width: 8, height: 8, shade: 9 },
      { width: 8, height: 8, shade: 200, isThumbnail: true },
    ]),
  ],
  webp: () => [plain().webp().toBuffer(), seeThrough().webp({ lossless: true }).toBuffer()],
  gif: () => [plain().gif().toBuffer(), seeThrough().gif({ colours: 4 }).toBuffer()],
  avif: () => [plain().avif({ effort: 0 }).toBuffer()],
  heic: () => [HEIC],
  bmp: () => ([1, 4, 8, 24, 32] as const).map((bits) => bmpOf(40, 30, { bits, isTopDown: bits === 32 })),
} as const satisfies Record<string, () => Bytes[]>;

/** 64 by 64 pixels, as a telephone keeps them (heif-enc). */
const HEIC = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAA',
    'Imlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAHgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmND',
    'AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgA',
    'AAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAmbWRhdAAA',
    'ABooAa8LYPpSKM//3rO+ffjZ9yb+oA/P/3Nf4A==',
  ].join(''),
  'base64',
);

const HEAD_BYTES = 8;
const FRAME_BYTES = 12;

/** A PNG whose pieces have the sums of what stands in them: what is wrong with it gets past the first check. */
export function resealedPng(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = HEAD_BYTES; at + FRAME_BYTES <= copy.length; ) {
    const end = at + 8 + copy.readUInt32BE(at);
    if (end + 4 > copy.length) break;
    copy.writeUInt32BE(crc32(copy.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return copy;
}

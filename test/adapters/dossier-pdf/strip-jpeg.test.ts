import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { stripJpeg } from '#adapters/dossier-pdf/strip-jpeg.ts';
import { scannedPage } from '../../support/dossier-originals.ts';

describe('a photo that goes into a dossier', () => {
  it('says no more where and with what it was taken, and shows the same', async () => {
    const photo = await scannedPage({ width: 80, height: 100 });
    expect(photo.includes('Phone of Amina')).toBe(true);
    const stripped = stripJpeg(photo);
    expect(Buffer.from(stripped).includes('Phone of Amina')).toBe(false);
    expect(Buffer.from(stripped).includes('Exif')).toBe(false);
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
    expect((await pixels(stripped)).equals(await pixels(photo))).toBe(true);
  });

  it('keeps its picture byte for byte: nothing is compressed again', async () => {
    const photo = await scannedPage({ width: 80, height: 100 });
    const scan = (bytes: Uint8Array) =>
      Buffer.from(bytes).subarray(Buffer.from(bytes).lastIndexOf(Buffer.from([0xff, 0xda])));
    expect(scan(stripJpeg(photo)).equals(scan(photo))).toBe(true);
  });

  it('is left alone when it is not what it should be', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('no picture'),
      Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x00]),
      Buffer.from([0xff, 0xd8, 0x00, 0x00, 0x00, 0x00]),
    ])
      expect(stripJpeg(bytes)).toBe(bytes);
  });
});

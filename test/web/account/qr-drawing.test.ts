import sharp from 'sharp';
import { expect, it } from 'vitest';
import { scanCodes } from '#adapters/codes/scan-codes.ts';
import { qrDrawing } from '#web/account/qr-drawing.ts';

const URI =
  'otpauth://totp/Liasse:awa.conseil%40exemple.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Liasse&digits=6&period=30';

it('a code that is drawn is read again, word for word, by an independent reader', async () => {
  const { side, path } = qrDrawing(URI);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 4}"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [code] = await scanCodes({ width, height, channels: 1, pixels: new Uint8Array(data) });
  expect(code).toMatchObject({ symbology: 'qr', text: URI });
});

it('keeps four light modules around it', () => {
  const { side, path } = qrDrawing('a');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, side - 5]);
});

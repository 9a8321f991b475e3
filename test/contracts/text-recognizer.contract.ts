import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Raster } from '#ports/pages.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { lineText } from '#text/line-text.ts';

const never = new AbortController().signal;

/** Lines of text as a grey page; drawn by the fonts of the machine, so tests ask for words, not for every letter. */
async function drawn(lines: readonly string[], turn = 0): Promise<Raster> {
  const text = lines.map(
    (line, row) =>
      `<text x="60" y="${80 + row * 60}" font-size="38" font-family="DejaVu Sans, Liberation Sans, sans-serif">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${140 + lines.length * 60}"><rect width="100%" height="100%" fill="white"/>${text.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .rotate(turn)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, pixels: data };
}

/** What every recogniser must do; called by the test of each adapter. */
export function textRecognizerContract(name: string, create: () => Promise<TextRecognizer>): void {
  describe(`${name} as a text recogniser`, () => {
    let recognizer: TextRecognizer;
    beforeAll(async () => {
      recognizer = await create();
    });
    afterAll(() => recognizer.close());
    const fra = { models: ['fra'], layout: 'page', signal: never } as const;

    it('reads words with places inside the image and confidences between 0 and 1, lines in reading order', async () => {
      const { lines, confidence } = await recognizer.recognize(
        await drawn(['Certificat de presence', 'delivre le 12 mars 2024']),
        fra,
      );
      expect(lines.map(lineText).join(' ')).toMatch(/Certificat.*12 mars 2024/);
      expect(confidence).toBeGreaterThan(0.6);
      for (const word of lines.flatMap((line) => line.words)) {
        expect(word.confidence).toBeGreaterThanOrEqual(0);
        expect(word.confidence).toBeLessThanOrEqual(1);
        for (const edge of [word.box[0], word.box[1], word.box[0] + word.box[2], word.box[1] + word.box[3]]) {
          expect(edge).toBeGreaterThanOrEqual(0);
          expect(edge).toBeLessThanOrEqual(1);
        }
      }
    });

    it('gives the same answer twice, and keeps several pages apart that are read at once', async () => {
      const images = await Promise.all(
        ['premier', 'second', 'troisieme', 'quatrieme'].map((word) => drawn([`Le document ${word}`])),
      );
      const read = () => Promise.all(images.map((image) => recognizer.recognize(image, fra)));
      const [once, twice] = [await read(), await read()];
      expect(twice).toEqual(once);
      for (const [index, word] of ['premier', 'second', 'troisi', 'quatri'].entries())
        expect(once[index]?.lines.map(lineText).join(' ')).toContain(word);
    });

    it('reads nothing on a blank page and says so with confidence 0, not with an invented word', async () => {
      const blank = { width: 600, height: 400, channels: 1, pixels: new Uint8Array(240_000).fill(255) } as const;
      expect(await recognizer.recognize(blank, fra)).toEqual({ lines: [], confidence: 0 });
    });

    it('refuses a model that is not installed, and a run that is cancelled, and works on', async () => {
      const image = await drawn(['Attestation']);
      await expect(recognizer.recognize(image, { ...fra, models: ['nonsense'] })).rejects.toThrow('model-missing');
      await expect(recognizer.recognize(image, { ...fra, signal: AbortSignal.abort() })).rejects.toThrow('cancelled');
      expect((await recognizer.recognize(image, fra)).lines.map(lineText).join(' ')).toContain('Attestation');
    });

    it('changes models and comes back', async () => {
      const image = await drawn(['Attestation']);
      await recognizer.recognize(image, { ...fra, models: ['eng'] });
      expect((await recognizer.recognize(image, fra)).lines.map(lineText).join(' ')).toContain('Attestation');
    });

    it('reads one image with two models, and with one again', async () => {
      const image = await drawn(['Attestation']);
      await recognizer.recognize(image, { ...fra, models: ['fra', 'ara'] });
      expect((await recognizer.recognize(image, fra)).lines.map(lineText).join(' ')).toContain('Attestation');
    });

    it('tells how a turned page must be turned to stand upright, and can not tell of a page without print', async () => {
      const text = Array.from({ length: 12 }, (_, row) => `Le present certificat est delivre pour servir ${row}`);
      for (const turn of [0, 90, 180, 270]) {
        const found = await recognizer.orientation(await drawn(text, turn), never);
        expect(found).toMatchObject({ turn: (360 - turn) % 360, script: 'Latn' });
      }
      const blank = { width: 600, height: 400, channels: 1, pixels: new Uint8Array(240_000).fill(255) } as const;
      expect(await recognizer.orientation(blank, never)).toBeNull();
    });
  });
}

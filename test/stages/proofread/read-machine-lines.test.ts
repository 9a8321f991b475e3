import { describe, expect, it } from 'vitest';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { readMachineLines } from '#stages/proofread/read-machine-lines.ts';
import { lineText } from '#text/line-text.ts';
import { lineOfText, readPageOf } from '../../support/read-page-of.ts';

const NAMES = 'P<RUSKHASBULATOVA<<ZAREMA<<<<<<<<<<<<<<<<<<<';
const MISREAD = 'Р<КУЗКНАЗВУЕАТОУА<<ГАКЕМА<<<<<<<<<<<<<<<<<<<';
const image: Raster = { width: 100, height: 100, channels: 1, pixels: new Uint8Array(10_000).fill(255) };

function recognizerOf(
  answer: () => string,
): TextRecognizer & { readonly asked: { height: number; models: readonly string[] }[] } {
  const asked: { height: number; models: readonly string[] }[] = [];
  return {
    asked,
    engine: 'test',
    fingerprint: 'test',
    models: ['eng', 'rus'],
    recognize: (band, { models }) => {
      asked.push({ height: band.height, models });
      return Promise.resolve({ confidence: 0.9, lines: [{ ...lineOfText(answer()), box: [0, 0.25, 1, 0.5] }] });
    },
    orientation: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

const readWith = async (texts: readonly string[], recognizer: TextRecognizer) => {
  const page = readPageOf(
    texts.map((text, at) => lineOfText(text, 10 + 20 * at)),
    'ru',
  );
  const read = await readMachineLines(page, {
    recognizer,
    models: ['eng', 'fra'],
    signal: new AbortController().signal,
    image: () => Promise.resolve(image),
  });
  return read.lines;
};

describe('machine-readable lines', () => {
  it('that were read in another script are read once more, in a band of the page, and stand where they stood', async () => {
    const recognizer = recognizerOf(() => NAMES);
    const lines = await readWith(['Фамилия', MISREAD, 'ниже'], recognizer);
    expect(lines.map(lineText)).toEqual(['Фамилия', NAMES, 'ниже']);
    const [, line] = lines;
    expect(line?.box[1]).toBeGreaterThan(0.25);
    expect((line?.box[1] ?? 1) + (line?.box[3] ?? 1)).toBeLessThan(0.35);
    expect(recognizer.asked.map(({ models }) => models)).toEqual([['eng']]);
    expect(recognizer.asked[0]?.height).toBeLessThan(15);
  });
  it('in Latin letters, and pages without any, cost nothing', async () => {
    const recognizer = recognizerOf(() => NAMES);
    await readWith(['Фамилия', NAMES], recognizer);
    await readWith(['Фамилия'], recognizer);
    expect(recognizer.asked).toEqual([]);
  });
  it('stay as they are when the second reading gives none, or fails', async () => {
    expect(
      (
        await readWith(
          [MISREAD],
          recognizerOf(() => 'xx'),
        )
      ).map(lineText),
    ).toEqual([MISREAD]);
    const failing = recognizerOf(() => {
      throw new LiasseFailure('page-timeout');
    });
    expect((await readWith([MISREAD], failing)).map(lineText)).toEqual([MISREAD]);
  });
});

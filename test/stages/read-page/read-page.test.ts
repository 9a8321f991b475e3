import { describe, expect, it } from 'vitest';
import { LiasseFailure } from '#domain/failure.ts';
import type { Line } from '#domain/page-reading.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { Recognition, TextRecognizer } from '#ports/text-recognizer.ts';
import { isTrustworthy } from '#stages/read-page/judge-text-layer.ts';
import { SAMPLE_HEIGHT } from '#stages/read-page/sample-band.ts';
import { readPage } from '#stages/read-page/stage.ts';
import { humanitarianReading } from '../../support/humanitarian-reading.ts';

const FRENCH =
  'Je soussigné docteur en médecine certifie avoir examiné ce jour la patiente qui présente un état nécessitant un suivi régulier';
const RUSSIAN =
  'Настоящая справка дана в том что больной находится на лечении и нуждается в постоянном наблюдении врача по месту жительства';

function linesOf(text: string, doubtful = /^$/, confidence = 0.9): Line[] {
  return text.split('\n').map((line, row) => ({
    block: row,
    box: [0.1, 0.1 + row * 0.05, 0.8, 0.03],
    words: line.split(' ').map((word, column) => ({
      text: word,
      box: [0.1 + column * 0.03, 0.1 + row * 0.05, 0.028, 0.012],
      confidence: doubtful.test(word) ? 0.3 : confidence,
    })),
  }));
}
/** The next vowel for a vowel, the next consonant for a consonant: words that look like words. */
function shifted(text: string): string {
  const next = (letters: string, letter: string): string =>
    letters[(letters.indexOf(letter) + 3) % letters.length] ?? letter;
  return text
    .toLowerCase()
    .replace(/[a-z]/g, (letter) =>
      'aeiouy'.includes(letter) ? next('aeiouy', letter) : next('bcdfghjklmnpqrstvwxz', letter),
    );
}
const layerOf = (text: string, coveredByImage = false): TextLayer => ({
  width: 595,
  height: 842,
  lines: linesOf(text),
  coveredByImage,
});

/** A page with rows of ink, or a blank one. */
function pageRaster(isBlank = false): Raster {
  const [width, height] = [1_000, 1_400];
  const pixels = new Uint8Array(width * height).fill(250);
  if (!isBlank)
    for (let y = 100; y < 900; y += 1)
      for (let x = 100; x < 900; x += 1) if (y % 30 < 10 && (x + (y - (y % 30))) % 17 < 9) pixels[y * width + x] = 10;
  return { width, height, channels: 1, pixels };
}

interface Reads {
  readonly [model: string]:
    | { readonly text: string; readonly confidence: number /** Words it guesses. */; readonly doubtful?: RegExp }
    | LiasseFailure;
}

/** A recogniser that gives each model its own answer and remembers what it was asked. */
function recognizerOf(reads: Reads): TextRecognizer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    engine: 'test',
    fingerprint: 'test',
    models: Object.keys(reads).filter((model) => !model.includes('+')),
    recognize: (image, { models }): Promise<Recognition> => {
      const model = models.join('+');
      asked.push(`${model} ${image.height > SAMPLE_HEIGHT ? 'page' : 'sample'}`);
      const read = reads[model];
      if (read === undefined || read instanceof LiasseFailure)
        return Promise.reject(read ?? new LiasseFailure('model-missing', model));
      return Promise.resolve({
        lines: read.text === '' ? [] : linesOf(read.text, read.doubtful, read.confidence),
        confidence: read.confidence,
      });
    },
    orientation: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}

async function read(
  view: { readonly layer?: TextLayer | null; readonly raster?: Raster | null },
  recognizer = recognizerOf({}),
) {
  return readPage.run({
    inputs: { 'page-source': { sha256: 'x', mediaType: 'application/pdf', page: 3 } },
    tools: {
      recognizer,
      pages: {
        fingerprint: 'test',
        view: () =>
          Promise.resolve({
            textLayer: () => Promise.resolve(view.layer ?? null),
            raster: () => Promise.resolve(view.raster ?? null),
          }),
      },
    },
    rules: humanitarianReading(),
    signal: new AbortController().signal,
  });
}

describe('a page with a text of its own', () => {
  it('is taken from it without asking the recogniser', async () => {
    const recognizer = recognizerOf({ fra: { text: 'x', confidence: 1 } });
    expect(await read({ layer: layerOf(FRENCH), raster: pageRaster() }, recognizer)).toMatchObject({
      state: 'read',
      source: 'text-layer',
      page: 3,
      engine: null,
    });
    expect(recognizer.asked).toEqual([]);
  });

  it.each([
    ['a stamped line on a scan', layerOf('Reçu le 3 mars', true), false],
    ['a font without a map', layerOf('\uE001\uE002\uE003 \uE004\uE005 \uE006\uE007\uE008 suite du texte'), false],
    ['a font that maps only some of its letters', layerOf('\u0000रपोट\u0000 द\u0000ल\u0000 म\u0000 त\u0000थ'), false],
    ['letters without vowels', layerOf('bcdfg hjklm npqrs tvwxz bcdfg hjklm npqrs tvwxz'), false],
    ['only figures', layerOf('12 34 56'), false],
    ['a short but honest letter', layerOf('Attestation de présence au cours du soir'), true],
    ['a long text over a background picture', layerOf(Array(12).fill(FRENCH).join('\n'), true), true],
    ['a long fax header over a scan', layerOf(`${FRENCH} ${FRENCH}`, true), false],
    ['letters that are others than they seem', layerOf(shifted(Array(4).fill(FRENCH).join('\n'))), false],
    [
      'Russian in letters of another alphabet',
      layerOf(
        Array(4)
          .fill('Ìåäèöèíñêàÿ ñïðàâêà âûäàíà áîëüíîìó äëÿ ïðåäñòàâëåíèÿ ïî ìåñòó òðåáîâàíèÿ è ïîäòâåðæäàåò')
          .join('\n'),
      ),
      false,
    ],
    ['Arabic', layerOf('شهادة طبية يشهد الطبيب الموقع أدناه'), true],
  ])('%s is trusted: %s', (_what, layer, expected) => {
    expect(isTrustworthy(layer)).toBe(expected);
  });
});

describe('a page of pixels', () => {
  it('that is surely French is read once', async () => {
    const recognizer = recognizerOf({
      fra: { text: FRENCH, confidence: 0.95 },
      eng: { text: FRENCH, confidence: 0.9 },
    });
    expect(await read({ raster: pageRaster() }, recognizer)).toMatchObject({
      state: 'read',
      source: 'ocr',
      model: 'fra',
      engine: 'test',
    });
    expect(recognizer.asked).toEqual(['fra page']);
  });

  it('in another script is found by trying a sample in each, and read by that language’s model', async () => {
    const recognizer = recognizerOf({
      fra: { text: 'HacToauaa cnpaBka', confidence: 0.4 },
      ara: { text: 'ا', confidence: 0.2 },
      kaz: { text: RUSSIAN, confidence: 0.92 },
    });
    const reading = await read({ raster: pageRaster() }, recognizer);
    expect(reading).toMatchObject({ model: 'kaz', languages: [{ code: 'ru', script: 'Cyrl' }] });
    expect(recognizer.asked.filter((one) => one.endsWith('page'))).toEqual(['fra page', 'kaz page']);
  });

  it('in two scripts is read with both models together, which take away the doubt that one leaves', async () => {
    const FOREIGN = 'справка медицинская выдана больному для представления';
    const recognizer = recognizerOf({
      fra: { text: `${FRENCH}\nCNPABKA MEAULINHCKAR BBIAAHA BONbHOMY`, confidence: 0.85, doubtful: /^[A-Zb]{5,}$/ },
      ara: { text: 'ا', confidence: 0.2 },
      'fra+ara': { text: `${FRENCH} CNPABKA MEAULINHCKAR BBIAAHA`, confidence: 0.85, doubtful: /^[A-Zb]{5,}$/ },
      kaz: { text: RUSSIAN, confidence: 0.5 },
      'fra+kaz': { text: `${FRENCH}\n${FOREIGN}`, confidence: 0.92 },
    });
    expect(await read({ raster: pageRaster() }, recognizer)).toMatchObject({ model: 'fra+kaz', state: 'read' });
  });

  it('in two scripts, of which the second is none of the commonest, is found where whole lines are doubtful', async () => {
    const AMHARIC = 'የማመልከቻ መቀበያ ደረሰኝ ቀን ነሐሴ';
    const guessed = `${FRENCH}\nXGQRTW MNBVCX LKJHGF\nPQZXWV BNMKLP QWRTZX`;
    const first = { text: guessed, confidence: 0.85, doubtful: /^[A-Z]{5,}$/ };
    const reads = {
      fra: first,
      ara: first,
      kaz: first,
      kat: first,
      hye: first,
      amh: { text: AMHARIC, confidence: 0.6 },
    };
    const together = Object.fromEntries(['ara', 'kaz', 'kat', 'hye'].map((model) => [`fra+${model}`, first]));
    const recognizer = recognizerOf({
      ...reads,
      ...together,
      'fra+amh': { text: `${FRENCH}\n${AMHARIC}`, confidence: 0.9 },
    });
    expect(await read({ raster: pageRaster() }, recognizer)).toMatchObject({ model: 'fra+amh' });
  });

  it('whose doubtful words another model merely reads in the same letters, more surely, has no second script', async () => {
    const guessed = `${FRENCH}\nXGQRTW MNBVCX LKJHGF PQZXWV`;
    const recognizer = recognizerOf({
      fra: { text: guessed, confidence: 0.85, doubtful: /^[A-Z]{5,}$/ },
      ara: { text: 'ا', confidence: 0.2 },
      'fra+ara': { text: guessed, confidence: 0.95 },
    });
    expect(await read({ raster: pageRaster() }, recognizer)).toMatchObject({ model: 'fra' });
  });

  it('whose doubtful words no second script explains keeps its first reading', async () => {
    const scrawl = { text: `${FRENCH}\nXGQRTW MNBVCX LKJHGF PQZXWV`, confidence: 0.85, doubtful: /^[A-Z]{5,}$/ };
    const recognizer = recognizerOf({
      fra: scrawl,
      ara: { text: 'ا', confidence: 0.2 },
      kaz: { text: RUSSIAN, confidence: 0.2 },
      'fra+ara': scrawl,
      'fra+kaz': scrawl,
    });
    expect(await read({ raster: pageRaster() }, recognizer)).toMatchObject({ model: 'fra' });
    expect(recognizer.asked.filter((one) => one.includes('+')).length).toBeGreaterThan(0);
  });

  it('that ran out of time for a better reading keeps the one it has, says so, and is not remembered', async () => {
    const recognizer = recognizerOf({
      fra: { text: 'HacToauaa cnpaBka', confidence: 0.5 },
      kaz: new LiasseFailure('page-timeout'),
      ara: new LiasseFailure('page-timeout'),
    });
    const reading = await read({ raster: pageRaster() }, recognizer);
    expect(reading).toMatchObject({ state: 'read', model: 'fra', isCutShort: true });
    expect(readPage.isFinal?.(reading)).toBe(false);
  });

  it('that is blank has no text: the recogniser is not asked to invent some', async () => {
    const recognizer = recognizerOf({ fra: { text: 'l i', confidence: 0.9 } });
    expect(await read({ raster: pageRaster(true) }, recognizer)).toMatchObject({
      state: 'no-text',
      lines: [],
      failure: null,
    });
    expect(recognizer.asked).toEqual([]);
  });

  it('that the recogniser gives up on has failed, which is neither an empty text nor remembered', async () => {
    const reading = await read({ raster: pageRaster() }, recognizerOf({ fra: new LiasseFailure('page-timeout') }));
    expect(reading).toMatchObject({ state: 'failed', failure: 'page-timeout', lines: [] });
    expect(readPage.isFinal?.(reading)).toBe(false);
  });

  it('throws when a model is missing or the run is cancelled: that is no property of the page', async () => {
    await expect(
      read({ raster: pageRaster() }, recognizerOf({ fra: new LiasseFailure('model-missing') })),
    ).rejects.toThrow('model-missing');
    await expect(read({ raster: pageRaster() }, recognizerOf({ fra: new LiasseFailure('cancelled') }))).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('a page whose time is over', () => {
  it('keeps what was read of it when the time ends in a further reading', async () => {
    const tooSlow = new LiasseFailure('page-timeout');
    const recognizer = recognizerOf({
      fra: { text: FRENCH, confidence: 0.65 },
      ara: tooSlow,
      kaz: tooSlow,
      vie: tooSlow,
    });
    const reading = await read({ raster: pageRaster() }, recognizer);
    expect(reading).toMatchObject({ state: 'read', model: 'fra', failure: null });
    expect(recognizer.asked.length).toBeGreaterThan(1);
  });

  it('has failed when it ends in the first one', async () => {
    const reading = await read({ raster: pageRaster() }, recognizerOf({ fra: new LiasseFailure('page-timeout') }));
    expect(reading).toMatchObject({ state: 'failed', failure: 'page-timeout' });
  });
});

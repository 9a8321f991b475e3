import { describe, expect, it } from 'vitest';
import { createModelAdvice } from '#app/model-advice.ts';
import { readingWarnings } from '#app/reading-warnings.ts';
import { humanitarianReading } from '../support/humanitarian-reading.ts';

const reading = humanitarianReading();
const brought = ['fra', 'kaz', 'ara', 'ukr'];
type Page = Parameters<typeof readingWarnings>[0][number];

/** A page read by a model; `told` is how surely its language is known. */
function page(number: number, model: string, code: string, sure = { confidence: 0.9, told: 0.95 }): Page {
  const languages = [{ code, script: 'Xxxx', share: 1, confidence: sure.told }];
  return { page: number, source: 'ocr', model, confidence: sure.confidence, languages, isCutShort: false };
}
const HARDLY = { confidence: 0.14, told: 0.2 };

describe('a page that was read with another language’s model', () => {
  it('says so in both languages, names the model to add, and stands with its like', () => {
    const warnings = readingWarnings(
      [page(1, 'kaz', 'ru'), page(2, 'fra', 'fr'), page(3, 'kaz', 'ru')],
      createModelAdvice(reading, brought),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: 'less-exact-model', pages: [1, 3] });
    expect(warnings[0]?.message.en).toBe(
      'Page 1, 3: read with “kaz”, less exactly. Add the model “rus”: liasse models add rus.traineddata',
    );
    expect(warnings[0]?.message.fr).toContain('lu avec « kaz », moins exactement');
  });

  it.each([
    ['its own model is there and read it', [...brought, 'rus'], page(1, 'rus', 'ru')],
    ['its own model is there, but the other one read it more surely', [...brought, 'rus'], page(1, 'kaz', 'ru')],
    ['nobody made a model for the language', [...brought, 'eng'], page(1, 'eng', 'so')],
    ['the language is only guessed', brought, page(1, 'kaz', 'ru', { confidence: 0.9, told: 0.3 })],
    ['the page has its own text', brought, { ...page(1, 'kaz', 'ru'), source: 'text-layer' as const, model: null }],
  ])('is no news when %s', (_what, installed, one) => {
    expect(readingWarnings([one], createModelAdvice(reading, installed))).toEqual([]);
  });
});

describe('a page of which hardly anything could be read', () => {
  it('names the languages that no installed model reads: it may be in one of them', () => {
    const [warning] = readingWarnings([page(4, 'fra', 'ht', HARDLY)], createModelAdvice(reading, brought));
    expect(warning).toMatchObject({ code: 'no-fitting-model', pages: [4] });
    expect(warning?.message.en).toContain('Khmer (khm)');
    expect(warning?.message.fr).toContain('khmer (khm)');
    expect(warning?.message.en).not.toContain('French');
  });

  it('names none when every language of the pipeline has a model: then the scan is bad, which flags tell', () => {
    const all = Object.values(reading.languages).flatMap(({ models }) => models);
    expect(readingWarnings([page(4, 'fra', 'ht', HARDLY)], createModelAdvice(reading, all))).toEqual([]);
  });
});

describe('a page for which time ran out', () => {
  it('says so, and how to give it more', () => {
    const warnings = readingWarnings(
      [{ ...page(4, 'fra', 'fr'), isCutShort: true }],
      createModelAdvice(reading, brought),
    );
    expect(warnings).toMatchObject([{ code: 'cut-short', pages: [4] }]);
    expect(warnings[0]?.message.en).toContain('--limit');
  });
});

import { describe, expect, it } from 'vitest';
import { digitNetwork } from '#stages/proofread/numbers/digit-network.ts';
import { findNumberPlaces } from '#stages/proofread/reread-numbers.ts';
import { digitModel, pageWith, proofread, reread } from './numbers-page.ts';

describe('a number that a recogniser misread', () => {
  it('is Persian as it is printed', () => {
    expect(reread('Arab', 'persianDate', '۱۳۰۷/۰۸/۱۳')).toBe('۱۴۰۱/۰۸/۱۴');
  });
  it('is Arabic where it was given Latin digits, with the comma after it on its left', () => {
    expect(reread('Arab', 'arabicDate', '7١18/1:/1', { confidence: 0.01 })).toBe('٢٠١٨/١٠/٦،');
  });
  it('has the ones again that were lost', () => {
    expect(reread('Deva', 'westernDate', '05/0/2024', { confidence: 0 })).toBe('05/10/2024');
  });
  it('is Devanagari', () => {
    expect(reread('Deva', 'nepaliDate', '२०५१/०४/१४')).toBe('२०८१/०४/१५');
  });
  it('has no Ethiopic letters for digits', () => {
    expect(reread('Ethi', 'amharicDate', 'ጊ1/ዐ9/2ዐ18')).toBe('11/09/2018');
  });
  it('may have digits that touch', () => {
    expect(reread('Arab', 'touchingPersian', '۱۳۸')).toBe('۱۳۸۴');
    expect(reread('Ethi', 'touchingWestern', '2ዐ፲8')).toBe('2018');
  });
  it('keeps its bracket, which right-to-left print shows mirrored on the other side', () => {
    expect(reread('Arab', 'bracketed', '8ه(', { language: 'ar' })).toBe('٥٨)');
  });
  it('keeps the letters that it hangs together with', () => {
    expect(reread('Arab', 'withLetters', '١٣مه', { language: 'ps' })).toBe('۱۲مه');
  });
  it('keeps its place and is as sure as its shapes', () => {
    const page = pageWith('Arab', 'persianDate', '۱۳۰۷/۰۸/۱۳', { confidence: 0.2 });
    const [word] = proofread(page).lines[1]?.words ?? [];
    page.lines[1]?.words[0]?.box.forEach((side, at) => {
      expect(word?.box[at]).toBeCloseTo(side, 6);
    });
    expect(word?.confidence).toBeGreaterThan(0.6);
    expect(word?.confidence).toBeLessThan(1);
  });
  it('that was read in two words is one', () => {
    const page = pageWith('Arab', 'persianDate', '');
    const [x = 0, y = 0, width = 0, height = 0] = page.lines[1]?.box ?? [];
    const words = [
      {
        text: '/۰۸/۱۴',
        box: [x + width * 0.45, y, width * 0.55, height] as [number, number, number, number],
        confidence: 0.4,
      },
      { text: '۱۳۰۷', box: [x, y, width * 0.4, height] as [number, number, number, number], confidence: 0.4 },
    ];
    const lines = page.lines.map((line, at) => (at === 1 ? { ...line, words } : line));
    expect(proofread({ ...page, lines }).lines[1]?.words.map(({ text }) => text)).toEqual(['۱۴۰۱/۰۸/۱۴']);
  });
});

describe('what is left alone', () => {
  it.each([
    ['alef and heh, which look like 1 and 5', 'Arab', 'alefHeh', 'اه'],
    ['a word of letters that stand apart', 'Arab', 'wared', 'وارد'],
    ['Ethiopic letters that look like zeroes', 'Ethi', 'ethiopicLetters', 'ዐፀዐ'],
  ] as const)('%s', (_, script, row, text) => {
    expect(reread(script, row, text, { confidence: 0.9 })).toBe(text);
    // Even where the recogniser was in doubt, or saw a digit among them.
    expect(reread(script, row, text, { confidence: 0.2 })).toBe(text);
  });
  it('Ethiopic letters of which one was taken for a digit', () => {
    expect(reread('Ethi', 'ethiopicLetters', 'ዐ9ዐ')).toBe('ዐ9ዐ');
  });
  it('a number that a stamp runs across', () => {
    expect(reread('Arab', 'stamped', '۱۳۰۰', { confidence: 0.4 })).toBe('۱۳۰۰');
  });
  it('a number of a Latin page, whose pixels are not looked at', () => {
    expect(findNumberPlaces(pageWith('Latn', 'westernDate', '05/0/2024'))).toBeUndefined();
  });
  it('a page with a text layer, and a page without any number', () => {
    expect(findNumberPlaces({ ...pageWith('Arab', 'persianDate', '۱۳۰۷'), source: 'text-layer' })).toBeUndefined();
    expect(findNumberPlaces(pageWith('Arab', 'wared', 'وارد', { confidence: 0.9 }))).toBeUndefined();
  });
});

describe('the model of digits', () => {
  it('is refused when a layer has weights missing', () => {
    const { layers } = digitModel;
    const short = { ...digitModel, layers: { ...layers, output: { ...layers.output, weights: 'AAAA' } } };
    expect(() => digitNetwork(short)).toThrow(RangeError);
  });
  it('knows a shape for each digit of each set', () => {
    for (const { shapes, digits } of digitModel.sets) {
      expect([...digits]).toHaveLength(10);
      for (const shape of shapes.flatMap((one) => [...one])) expect(digitModel.classes).toContain(shape);
    }
  });
});

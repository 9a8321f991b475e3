import { describe, expect, it } from 'vitest';
import { compareLanguages } from '#casework/checking/compare-languages.ts';

const ORDERED = { language: 'ar', into: 'fr' };
const told = (writtenIn: string[], madeFrom: string[], ordered: { language: string | null; into: string } = ORDERED) =>
  compareLanguages(ordered, { writtenIn, madeFrom: new Set(madeFrom) }).map(
    ({ kind, original, translation }) => `${kind} ${original} ${translation}`,
  );

describe('the languages of a translation', () => {
  it('are told when it is in another one than was ordered, as when the original was uploaded once more', () => {
    expect(told(['ar'], [])).toEqual(['into fr ar']);
    expect(told(['en'], ['en'])).toEqual(['into fr en', 'from ar en']);
  });

  it('are told when it says it was made from another one', () => {
    expect(told(['fr'], ['fa'])).toEqual(['from ar fa']);
  });

  it('are as ordered when one of several is, and when nothing is clear', () => {
    for (const [writtenIn, madeFrom] of [
      [['fr'], ['ar']],
      [
        ['ar', 'fr'],
        ['fa', 'ar'],
      ],
      [[], []],
    ] as [string[], string[]][])
      expect(told(writtenIn, madeFrom)).toEqual([]);
    expect(told(['fr'], ['fa'], { language: null, into: 'fr' })).toEqual([]);
  });
});

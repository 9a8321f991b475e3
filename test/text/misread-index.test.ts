import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { createMisreadIndex } from '#text/misread-index.ts';

const WORDS = ['certificat', 'certificats', 'attestation', 'plainte', 'récépissé', 'شهادة', 'aaaaaaaa'];
const index = createMisreadIndex(WORDS);

describe('known words near a printed one', () => {
  it.each([
    ['the word itself', 'plainte', 'plainte'],
    ['a letter read wrong', 'certificot', 'certificat'],
    ['its first letter read wrong', 'blainte', 'plainte'],
    ['its last letter lost', 'attestatio', 'attestation'],
    ['a letter added', 'plaiinte', 'plainte'],
    ['a letter lost and another added elsewhere', 'atestationn', 'attestation'],
    ['another script', 'شهاذة', 'شهادة'],
  ])('%s', (_what, printed, known) => {
    expect(index.near(printed)).toContain(known);
  });

  it('gives them in the order of the list for each letter left out', () => {
    expect([...new Set(index.near('certificat'))]).toEqual(['certificat', 'certificats']);
  });

  it('finds every word with one slip, wherever it is, and none that is far', () => {
    for (const word of WORDS) {
      for (let at = 0; at < word.length; at += 1) {
        expect(index.near(`${word.slice(0, at)}x${word.slice(at + 1)}`)).toContain(word);
        expect(index.near(word.slice(0, at) + word.slice(at + 1))).toContain(word);
      }
      for (const other of index.near(word)) expect(distance(word, other)).toBeLessThanOrEqual(2);
    }
  });

  it('knows nothing when it was given nothing', () => {
    expect(createMisreadIndex([]).near('plainte')).toEqual([]);
  });
});

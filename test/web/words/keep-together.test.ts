import { describe, expect, it } from 'vitest';
import { french } from '#web/words/fr.ts';
import { keepAllTogether, keepTogether } from '#web/words/keep-together.ts';

function sentences(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? sentences(value) : [];
  });
}

describe('French sentences', () => {
  it('keep guillemets with their word, and signs with the word before them', () => {
    expect(keepTogether('Voyez « liasse audit » : est-ce sûr ? Oui ; à 80 % !')).toBe(
      'Voyez «\u00a0liasse audit\u00a0»\u00a0: est-ce sûr\u202f? Oui\u202f; à 80\u202f%\u202f!',
    );
  });

  it('leave alone what is no sign: words, hours, what is filled in', () => {
    for (const text of ['à 12:30', 'il y a {{count}} document', 'https://exemple.org', ''])
      expect(keepTogether(text)).toBe(text);
  });

  it('are so all over the page', () => {
    const before = sentences(french);
    const after = sentences(keepAllTogether(french));
    expect(after).toHaveLength(before.length);
    expect(after.filter((sentence) => /« | »| [:;?!](\s|$)/.test(sentence))).toEqual([]);
    expect(after.map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(
      before.map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' ')),
    );
  });
});

import { foldText } from './fold-text.ts';

/** A word as it is looked for, and where it stands: the n-th word of the text, from 1. */
export interface SearchWord {
  readonly word: string;
  readonly position: number;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The words of a text, folded (accents, case, letter forms), in writings without spaces too. Those of one letter of an alphabet are left out: they
 * stand everywhere.
 */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  let position = 0;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    position += 1;
    // An apostrophe binds an article to its word, and nobody looks for both: "l'hébergement".
    for (const part of foldText(segment).split("'"))
      if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(part) && part !== '')
        words.push({ word: part, position });
  }
  return words;
}

import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';
import { foldText } from '#text/fold-text.ts';

/** The issuer cues of all languages, folded and ready to match. */
export interface IssuerWords {
  /** Kind of issuer whose word stands in the line, the longest word winning; null for none. */
  kindOf(folded: string): string | null;
  isUmbrella(folded: string): boolean;
  isSection(folded: string): boolean;
  isRecipient(folded: string): boolean;
  isSupporter(folded: string): boolean;
}

const prepared = new WeakMap<readonly IssuerCues[], IssuerWords>();

/** Folds the cues once for each pipeline. */
export function issuerWords(cues: readonly IssuerCues[]): IssuerWords {
  const known = prepared.get(cues);
  if (known !== undefined) return known;
  const kinds = cues
    .flatMap((language) =>
      Object.entries(language.kinds).flatMap(([kind, words]) => words.map((word) => ({ kind, word: foldText(word) }))),
    )
    .sort((a, b) => b.word.length - a.word.length);
  const fold = (pick: (language: IssuerCues) => readonly string[]): string[] =>
    cues.flatMap((language) => pick(language).map(foldText));
  const [umbrellas, sections] = [fold((one) => one.umbrellas), fold((one) => one.sections)];
  const [recipients, supporters] = [fold((one) => one.recipients), fold((one) => one.supporters)];
  const words: IssuerWords = {
    kindOf: (folded) => kinds.find(({ word }) => hasWord(folded, word))?.kind ?? null,
    isUmbrella: (folded) => umbrellas.some((word) => startsWith(folded, word) || endsWith(folded, word)),
    isSection: (folded) => sections.some((word) => startsWith(folded, word)),
    isRecipient: (folded) => recipients.some((word) => startsWith(folded, word)),
    isSupporter: (folded) => supporters.some((word) => folded.includes(word)),
  };
  prepared.set(cues, words);
  return words;
}

/** Whole words where the script parts words; anywhere in a line where it does not. */
function hasWord(folded: string, word: string): boolean {
  let at = folded.indexOf(word);
  if (at !== -1 && /\p{Script=Han}/u.test(word)) return true;
  while (at !== -1) {
    const [before, after] = [folded[at - 1] ?? ' ', folded[at + word.length] ?? ' '];
    // Arabic articles and prefixes are written on; a suffix is allowed for in the scripts that decline.
    if (
      !/[\p{L}\p{N}]/u.test(before) &&
      (!/[\p{L}\p{N}]/u.test(after) || (word.length >= 6 && !/\p{Script=Latin}/u.test(word)))
    )
      return true;
    at = folded.indexOf(word, at + 1);
  }
  return false;
}

function startsWith(folded: string, word: string): boolean {
  return folded.startsWith(word) && !/\p{L}/u.test(folded[word.length] ?? ' ');
}

/** Turkic and other head-last languages put the word for ministry at the end of the name. */
function endsWith(folded: string, word: string): boolean {
  return folded.endsWith(word) && !/\p{L}/u.test(folded.at(-word.length - 1) ?? ' ');
}

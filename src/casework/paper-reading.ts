import type { CasePaper } from '#domain/case-paper.ts';
import { withWesternDigits } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import { foldWords } from '#text/fold-words.ts';

/** A paper's text in the forms in which papers are compared. */
export interface PaperReading {
  /** Folded (no accents, lower case, western digits), a line a line. */
  readonly lines: readonly string[];
  /** The lines in one text, a space apart: a phrase may go over a line's end. */
  readonly text: string;
  /** Folded words, as names and types are made of. */
  readonly words: readonly string[];
}

const LINE_END = '\u0001';

/** Several parts read the same paper; what was made of it lives as long as the paper. */
const kept = new WeakMap<CasePaper, PaperReading>();

export function readingOf(paper: CasePaper): PaperReading {
  const known = kept.get(paper);
  if (known !== undefined) return known;
  // Folded as a whole, which takes half the time of folding line by line; the mark is no space, so it stays.
  const marked = withWesternDigits(paper.text).replaceAll('\n', LINE_END);
  const lines = foldText(marked)
    .split(LINE_END)
    .map((line) => line.trim());
  let words: readonly string[] | undefined;
  const reading: PaperReading = {
    lines,
    text: lines.join(' '),
    get words() {
      words ??= lines.flatMap((line) => foldWords(line));
      return words;
    },
  };
  kept.set(paper, reading);
  return reading;
}

/** Whether one of the phrases, folded, stands in a text, at the edges of words. */
export function phraseFinder(phrases: readonly string[]): (text: string) => boolean {
  const folded = phrases.map(foldText).filter((phrase) => phrase !== '');
  return (text) => folded.some((phrase) => holdsPhrase(text, phrase));
}

function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + phrase.length))) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

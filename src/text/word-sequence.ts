import type { Box } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { foldWords } from './fold-words.ts';

/** One word in the form it is compared in, and where it stands. */
export interface SequenceWord {
  readonly folded: string;
  readonly printed: string;
  readonly box: Box;
  /** Index of the line over all pages. */
  readonly line: number;
  /** 1-based number of the page within the file. */
  readonly page: number;
  /** Whether it was recognised from pixels, so that single letters may be wrong. */
  readonly isRecognised: boolean;
}

/** All words of the pages in reading order, letter-spaced headings (`A T T E S T A T I O N`) put together again. */
export function wordSequence(pages: readonly DocumentPage[]): SequenceWord[] {
  const sequence: SequenceWord[] = [];
  let line = 0;
  for (const page of pages) {
    for (const { words } of page.lines) {
      const found: SequenceWord[] = [];
      for (const word of words) {
        for (const folded of foldWords(word.text)) {
          found.push({
            folded,
            printed: word.text,
            box: word.box,
            line,
            page: page.page,
            isRecognised: page.source === 'ocr',
          });
        }
      }
      sequence.push(...withoutLetterSpacing(found));
      line += 1;
    }
  }
  return sequence;
}

const SPACED_LETTERS = 5;
const ALPHABETIC = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Geor}]$/u;

function withoutLetterSpacing(words: readonly SequenceWord[]): readonly SequenceWord[] {
  const singles = words.filter((word) => ALPHABETIC.test(word.folded)).length;
  if (singles < SPACED_LETTERS || singles * 3 < words.length * 2) return words;
  const joined: SequenceWord[] = [];
  let run: SequenceWord[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined)
      joined.push({
        ...first,
        folded: run.map((word) => word.folded).join(''),
        printed: run.map((word) => word.printed).join(''),
      });
    run = [];
  };
  for (const word of words) {
    const previous = run.at(-1);
    // A gap wider than two letters is the space between two words of the heading.
    if (previous !== undefined && gapBetween(previous.box, word.box) > 2 * Math.max(previous.box[2], word.box[2]))
      flush();
    run.push(word);
  }
  flush();
  return joined;
}

function gapBetween(left: Box, right: Box): number {
  return Math.max(right[0] - (left[0] + left[2]), left[0] - (right[0] + right[2]));
}

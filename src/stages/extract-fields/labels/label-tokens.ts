import type { Box } from '#domain/geometry.ts';
import type { Word } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';

/** A word of a line, or a part of one: "Nom:TRAORE" is two, signs of a script without spaces are one each. */
export interface Token {
  readonly text: string;
  /** Letters, digits and the sign of "number" only, folded: what labels are compared by. */
  readonly key: string;
  readonly box: Box;
  readonly confidence: number;
  /** Begins a cell: the first of its line, or after a gap, a colon, a stroke. */
  readonly isCellStart: boolean;
  /** Stands after a gap that parts the columns of a table. */
  readonly isAfterGap: boolean;
  /** Set without a space after the one before. */
  readonly isGlued: boolean;
}

/** Scripts written without spaces. */
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;
const PARTS = /(?<=[:：=|])|(?<=[°º№])(?=\d)|(?=[:：]\p{L})/u;
/** A gap of so many letters parts cells. */
const GAP_LETTERS = 3;

/** The words of a line as tokens. */
export function tokensOf(words: readonly Word[]): Token[] {
  const letter = letterWidth(words);
  const tokens: Token[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const isAfterGap = before !== undefined && gapBetween(before.box, word.box) > GAP_LETTERS * letter;
    for (const [part, text] of partsOf(word.text).entries()) {
      const isGlued = part > 0;
      const isCellStart = (at === 0 && !isGlued) || (isAfterGap && !isGlued) || endsCell(tokens.at(-1)?.text ?? '');
      const { box, confidence } = word;
      tokens.push({
        text,
        key: keyOf(text),
        box,
        confidence,
        isCellStart,
        isAfterGap: isAfterGap && !isGlued,
        isGlued,
      });
    }
  }
  return tokens;
}

/** What a printed or defined label is compared by. Signs for "number" are misread in many ways. */
export function keyOf(text: string): string {
  const folded = foldText(text);
  if (/^n[°o*'"º.]{1,2}[:.]*$/.test(folded)) return 'n°';
  return folded.replace(/[^\p{L}\p{M}\p{N}°]+/gu, '');
}

/** Key of a label of several words. */
export function labelKey(label: string): string {
  return label.split(/\s+/).map(keyOf).join('');
}

function partsOf(text: string): string[] {
  if (UNSPACED.test(text))
    return text.split(/(?=\p{Script=Han}|[：:])|(?<=\p{Script=Han}|[：:])/u).filter((part) => part !== '');
  return text.split(PARTS).filter((part) => part !== '');
}

/** Nothing before it, a colon, the number of a line ("4."), or a mark that is no letter (a table's rule read as a sign). */
function endsCell(text: string): boolean {
  return /[:：/|•·–-]$|^\(?(?:\d{1,2}|[a-z])[.)]$/i.test(text) || !/[\p{L}\p{N}]/u.test(text);
}

function gapBetween([ax, , aw]: Box, [bx, , bw]: Box): number {
  return Math.max(bx - (ax + aw), ax - (bx + bw));
}

/** Mean width of a letter on the line. */
function letterWidth(words: readonly Word[]): number {
  let [width, letters] = [0, 0];
  for (const { box, text } of words) {
    width += box[2];
    letters += text.length;
  }
  return letters === 0 ? 1 : width / letters;
}

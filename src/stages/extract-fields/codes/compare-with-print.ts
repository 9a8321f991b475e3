import { distance } from 'fastest-levenshtein';
import type { Field } from '#domain/findings.ts';
import { findAmounts } from '#text/amounts.ts';
import { foldText } from '#text/fold-text.ts';
import type { Sources } from '../sources.ts';
import type { CodedValue } from './two-d-docs.ts';

/** Whether the print says the same as the code, another thing, or can't be compared. */
export type Verdict = 'same' | 'differs' | 'unknown';

/** A print this well read would show the name if it were there. */
const WELL_READ = 0.75;
/** A printed value read with less is not held against the code. */
const LEAST_CONFIDENCE = 0.6;
/** Share by which amounts differ that are not rounded alike. */
const ROUNDING = 0.005;
/** Initials and particles are no evidence. */
const SHORTEST_NAME = 3;
/** Letters for each that may be misread. */
const LETTERS_PER_SLIP = 4;

/** Holds one value of a code against the printed words, dates and fields. */
export function compareWithPrint(coded: CodedValue, sources: Sources): Verdict {
  if (coded.as === 'name') return compareName(coded, sources);
  const field = sources.found[coded.name];
  const printed = field === undefined || field.confidence < LEAST_CONFIDENCE ? undefined : field;
  const isThere = isPrinted(coded, sources);
  if (typeof printed?.value === 'number' && typeof coded.value === 'number') {
    if (Math.abs(printed.value - coded.value) <= ROUNDING * Math.abs(coded.value)) return 'same';
    // The field may have been taken from a wrong column of a row; alone on its row, it is the printed one.
    return !isThere || isAlone(printed, sources) ? 'differs' : 'same';
  }
  if (isThere) return 'same';
  const isDate = coded.as === 'date' || coded.as === 'days';
  return isDate && typeof printed?.value === 'string' && isWholeDate(printed.value) ? 'differs' : 'unknown';
}

/** Names may be shortened in print: one that has some of the words is not held against the code. */
function compareName({ value, isPrinted: mustStand }: CodedValue, sources: Sources): Verdict {
  const words = String(value)
    .split(/[\s-]+/)
    .map(compact)
    .filter((word) => word.length >= SHORTEST_NAME);
  if (words.length === 0) return 'unknown';
  const printed = [...new Set(sources.lines.flatMap(({ folded }) => folded.split(/[^\p{L}]+/u)))];
  const standing = words.filter((word) => printed.some((one) => isAlike(one, word))).length;
  if (standing === words.length) return 'same';
  return standing === 0 && mustStand && isWellRead(sources) ? 'differs' : 'unknown';
}

/** No other amount stands on the line of the field. */
function isAlone({ place }: Field, { lines }: Sources): boolean {
  if (place === null) return false;
  const middle = place.box[1] + place.box[3] / 2;
  const beside = lines.filter(
    ({ page, line: { box } }) => page === place.page && box[1] < middle && middle < box[1] + box[3],
  );
  return beside.flatMap(({ text }) => findAmounts(text)).length === 1;
}

function isWholeDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}

function isPrinted({ as, value }: CodedValue, sources: Sources): boolean {
  switch (as) {
    case 'amount':
    case 'count':
      return sources.lines.some(({ text }) => findAmounts(text).some((amount) => amount === value));
    case 'date':
    case 'days':
      return sources.dates.some(({ iso }) => iso === value);
    case 'name':
    case 'digits':
    case 'text':
      return sources.lines.some(({ text }) => compact(text).includes(compact(String(value))));
  }
}

function isAlike(printed: string, word: string): boolean {
  const most = Math.floor(word.length / LETTERS_PER_SLIP);
  return Math.abs(printed.length - word.length) <= most && distance(printed, word) <= most;
}

/** All pages were read, and well, in a script in which codes are written. */
function isWellRead({ pages }: Sources): boolean {
  return pages.every(({ state, confidence }) => state === 'no-text' || (state === 'read' && confidence >= WELL_READ));
}

function compact(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

import type { CopiesRules } from '#definitions/casework/copies.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../paper-reading.ts';
import { strangeWords } from './strange-words.ts';
import { containedIn, likenessOf, sketchText, type TextSketch } from './text-sketch.ts';

/** A paper with what it is compared by. */
export interface SketchedPaper {
  readonly paper: CasePaper;
  readonly sketch: TextSketch;
  readonly numbers: ReadonlySet<string>;
  /** ISO days that were read surely. */
  readonly dates: ReadonlySet<string>;
}

export function sketchPaper(
  paper: CasePaper,
  { leastConfidence }: Pick<CopiesRules, 'leastConfidence'>,
): SketchedPaper {
  const { text } = readingOf(paper);
  const dates = paper.record.dates.filter(({ confidence }) => confidence >= leastConfidence).map(({ iso }) => iso);
  return { paper, sketch: sketchText(text), numbers: new Set(text.match(/\d{3,}/g)), dates: new Set(dates) };
}

/** Whether two papers are readings of one: of one type, alike in words, and agreeing in numbers, dates and what identifies them. */
export function isSamePaper(one: SketchedPaper, other: SketchedPaper, rules: CopiesRules): boolean {
  const [first, second] = [one.paper.record, other.paper.record];
  if (first.type === null || first.type.id !== second.type?.id) return false;
  if (Math.min(one.sketch.pieces, other.sketch.pieces) < rules.leastPieces) return false;
  if (!isAlike(one, other, rules)) return false;
  if (shareOf(one.numbers, other.numbers) < rules.numbers || shareOf(one.dates, other.dates) < rules.dates)
    return false;
  return !isToldApart(one.paper, other.paper, rules) && !areStrange(one.paper, other.paper, rules);
}

function isAlike(one: SketchedPaper, other: SketchedPaper, { alike, contained }: CopiesRules): boolean {
  if (likenessOf(one.sketch, other.sketch) >= alike) return true;
  // Only a copy of which pages are missing may have a shorter text.
  return pagesOf(one.paper) !== pagesOf(other.paper) && containedIn(one.sketch, other.sketch) >= contained;
}

/** Either has words that the other can't have misread: one form, filled in for two. */
function areStrange(one: CasePaper, other: CasePaper, { strange }: CopiesRules): boolean {
  const [first, second] = [readingOf(one).words, readingOf(other).words];
  const [alone, otherAlone] = strangeWords(first, second);
  // Of a copy with pages missing the longer one has more words; the shorter one has not.
  return Math.min(alone, otherAlone) > Math.max(1, strange * Math.min(first.length, second.length));
}

function isToldApart({ record: one }: CasePaper, { record: other }: CasePaper, { identifying }: CopiesRules): boolean {
  const [first, second] = [one.issueDate?.iso, other.issueDate?.iso];
  if (first !== undefined && second !== undefined && first !== second) return true;
  return identifying.some((field) => {
    const [value, against] = [one.fields[field], other.fields[field]];
    return value !== undefined && against !== undefined && squashed(value) !== squashed(against);
  });
}

function squashed(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How much of the smaller set the other has; 1 when there is nothing to compare. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  return least === 0 ? 1 : one.intersection(other).size / least;
}

export function pagesOf({ record }: CasePaper): number {
  return record.pages === null ? 0 : record.pages.to - record.pages.from + 1;
}

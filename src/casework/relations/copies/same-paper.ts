import type { CopiesRules } from '#definitions/casework/copies.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { readingOf } from '../../paper-reading.ts';
import { strangeShare } from './strange-words.ts';
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
  if (isToldApart(one.paper, other.paper, rules)) return false;
  return strangeShare(readingOf(one.paper).words, readingOf(other.paper).words) <= rules.strange;
}

function isAlike(one: SketchedPaper, other: SketchedPaper, { alike, contained }: CopiesRules): boolean {
  if (likenessOf(one.sketch, other.sketch) >= alike) return true;
  // Only a copy of which pages are missing may have a shorter text.
  return pagesOf(one.paper) !== pagesOf(other.paper) && containedIn(one.sketch, other.sketch) >= contained;
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

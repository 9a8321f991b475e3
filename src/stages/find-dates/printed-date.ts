import type { Box } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { DateReading } from '#text/dates/date-reading.ts';
import type { SequenceWord } from '#text/word-sequence.ts';

/** A line with its text and its words as folded items, numbered over the whole document. */
export interface DateLine {
  readonly page: DocumentPage;
  readonly pageIndex: number;
  readonly block: number;
  readonly box: Box;
  readonly text: string;
  /** Text of all lines at its height, where it stands at the upper or lower edge of the page; else its own. */
  readonly row: string;
  /** UTF-16 offset of each word in `text`. */
  readonly offsets: readonly number[];
  readonly wordBoxes: readonly Box[];
  readonly wordConfidences: readonly number[];
  readonly items: readonly SequenceWord[];
  /** Number of the first item over the whole document. */
  readonly firstItem: number;
}

/** A date, where it stands on the page, and between which items of the document. */
export interface PrintedDate {
  readonly reading: DateReading;
  readonly line: DateLine;
  readonly lineIndex: number;
  readonly text: string;
  /** What follows the date on the line it ends on. */
  readonly rest: string;
  readonly box: Box;
  /** Mean confidence of the recogniser in its words. */
  readonly wordConfidence: number;
  readonly fromItem: number;
  readonly toItem: number;
}

/** Whether a box lies at the upper or lower edge of the page, where machines print. */
export function isAtEdge(box: Box): boolean {
  return box[1] < 0.06 || box[1] > 0.94;
}

/** Whether the middle of a box lies in another. */
export function isWithin(inner: Box, outer: Box): boolean {
  const [x, y] = [inner[0] + inner[2] / 2, inner[1] + inner[3] / 2];
  return x >= outer[0] && x <= outer[0] + outer[2] && y >= outer[1] && y <= outer[1] + outer[3];
}

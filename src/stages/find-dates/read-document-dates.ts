import { type Box, unionOfBoxes } from '#domain/geometry.ts';
import { checkWeekday } from '#text/dates/check-weekday.ts';
import type { DateContext, DateReading } from '#text/dates/date-reading.ts';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';
import { foldWords } from '#text/fold-words.ts';
import { runsOn } from './date-lines.ts';
import type { DateLine, PrintedDate } from './printed-date.ts';

/** So much of the end of a line is read on with so much of the next, for dates that break across them; a year in words is long. */
const TAIL_LETTERS = 40;
const NEXT_LETTERS = 60;

/**
 * Every date of a document. Numeric dates that fit day-first and month-first alike are read in the order that the paper's
 * other dates prove; where none does, in the order of `context`.
 */
export function readDocumentDates(lines: readonly DateLine[], context: DateContext): PrintedDate[] {
  const first = readAll(lines, context);
  const votes = { dmy: 0, mdy: 0 };
  for (const { reading } of first) if (reading.order === 'dmy' || reading.order === 'mdy') votes[reading.order] += 1;
  if (votes.dmy === votes.mdy || !first.some(({ reading }) => reading.order === null)) return first;
  return readAll(lines, { ...context, order: votes.mdy > votes.dmy ? 'mdy' : 'dmy', isOrderSure: true });
}

function readAll(lines: readonly DateLine[], context: DateContext): PrintedDate[] {
  const found: PrintedDate[] = [];
  lines.forEach((line, lineIndex) => {
    const own = findDatesInText(line.text, context);
    const next = lines[lineIndex + 1];
    for (const reading of own) {
      const date = place(reading, line, lineIndex, line.text.slice(reading.from, reading.to));
      found.push(context.isRecognised ? checked(date) : date);
    }
    if (next !== undefined) found.push(...acrossBreak(line, next, { lineIndex, own, context }));
  });
  // What contains another runs from its line into the next.
  const across = Map.groupBy(found.filter(isAcross), ({ lineIndex }) => lineIndex);
  const near = ({ lineIndex }: PrintedDate): PrintedDate[] =>
    [lineIndex - 1, lineIndex].flatMap((index) => across.get(index) ?? []);
  return found.filter((date) => !near(date).some((other) => other !== date && isInside(date, other)));
}

function isAcross({ toItem, line }: PrintedDate): boolean {
  return toItem > line.firstItem + line.items.length;
}

/** The day of the week beside a date that was recognised says whether its day was read right. */
function checked(date: PrintedDate): PrintedDate {
  const reading = checkWeekday(date.reading, date.line.text, date.wordConfidence < SURE);
  return { ...date, reading };
}
const SURE = 0.92;

/** A month alone on the second line is part of the date that began on the first. */
function isInside(date: PrintedDate, other: PrintedDate): boolean {
  return other.fromItem <= date.fromItem && date.toItem <= other.toItem;
}

interface Break {
  readonly lineIndex: number;
  readonly own: readonly DateReading[];
  readonly context: DateContext;
}

function acrossBreak(line: DateLine, next: DateLine, { lineIndex, own, context }: Break): PrintedDate[] {
  if (!runsOn(line, next)) return [];
  // A year in words may go on: "a veinticuatro de junio de dos mil" | "veintiséis".
  const whole = own.filter(
    (reading) => reading.to < line.text.length || /\d/.test(line.text.slice(reading.from, reading.to)),
  );
  const cut = Math.max(0, line.text.length - TAIL_LETTERS, ...whole.map((reading) => reading.to));
  const start = Math.min(cut, ...own.filter((reading) => !whole.includes(reading)).map((reading) => reading.from));
  const tail = line.text.slice(start);
  if (!/[\p{L}\p{N}]/u.test(tail)) return [];
  // Numbers of two lines are no date, unless the first ends on a separator: "12/03/" | "2024".
  const isTorn = /\d[./-]$/.test(tail.trimEnd());
  const joined = `${tail} ${next.text.slice(0, NEXT_LETTERS)}`;
  return findDatesInText(joined, context)
    .filter(
      (reading) =>
        reading.from < tail.length &&
        reading.to > tail.length + 1 &&
        reading.precision === 'day' &&
        (reading.order === 'none' || isTorn),
    )
    .map((reading) => {
      const head = place(
        { ...reading, from: start + reading.from, to: line.text.length },
        line,
        lineIndex,
        joined.slice(reading.from, reading.to),
      );
      const end = reading.to - tail.length - 1;
      const words = foldWords(next.text.slice(0, end)).length;
      return { ...head, rest: next.text.slice(end), toItem: next.firstItem + words };
    });
}

function place(reading: DateReading, line: DateLine, lineIndex: number, text: string): PrintedDate {
  const boxes: Box[] = [];
  const confidences: number[] = [];
  line.offsets.forEach((from, word) => {
    const to = line.offsets[word + 1] ?? line.text.length + 1;
    if (from >= reading.to || to - 1 <= reading.from) return;
    const box = line.wordBoxes[word];
    const confidence = line.wordConfidences[word];
    if (box !== undefined) boxes.push(box);
    if (confidence !== undefined) confidences.push(confidence);
  });
  const fromItem = line.firstItem + foldWords(line.text.slice(0, reading.from)).length;
  return {
    reading,
    line,
    lineIndex,
    text,
    rest: line.text.slice(reading.to),
    box: unionOfBoxes(boxes) ?? line.box,
    wordConfidence: confidences.length === 0 ? 1 : confidences.reduce((sum, one) => sum + one, 0) / confidences.length,
    fromItem,
    toItem: fromItem + foldWords(line.text.slice(reading.from, reading.to)).length,
  };
}

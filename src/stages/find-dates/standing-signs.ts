import { weekdayKey, weekdayNames } from '#text/dates/weekday-names.ts';
import { foldWords } from '#text/fold-words.ts';
import type { DateCompany, Signs } from './date-company.ts';
import { runsOn } from './date-lines.ts';
import { type DateLine, isWithin, type PrintedDate } from './printed-date.ts';

/** A clock time right after a date: "à 15 h 20", "14:07", "um 9 Uhr". */
const CLOCK = /^[\s,;|–—-]*(?:\p{L}{1,5}\s+){0,2}(?:[01]?\d|2[0-4])\s?(?:[:.h]|\p{L}{1,4}\b)\s?\d{0,2}/u;
/** "Lyon, le", "Nantes, le vendredi", "Kraków, dnia", "En Sevilla, a": a place that begins the line, then the date. */
const PLACE = /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.()\-–/ ]{1,40}$/u;
const REFERENCE = /(?:\d{3,}|\d+[/-]\d+)\S*\s*(?:[/|,–-]|\p{L}{1,4}\.?)?\s*$/u;
const LETTERS = /[\p{L}\p{N}]/u;

/** What the place of a date on its line and on the paper says. */
export function standingSigns(date: PrintedDate, company: DateCompany): Signs {
  return { ...lineSigns(date, company), ...pageSigns(date, company) };
}

function lineSigns(date: PrintedDate, company: DateCompany): Signs {
  const { lead, rest } = around(date, company);
  const clock = CLOCK.exec(rest)?.[0] ?? '';
  const tail = rest.slice(clock.length);
  const before = foldWords(lead).length;
  const after = LETTERS.test(tail) ? wordCount(tail) : 0;
  const isPlaced = after <= 1 && before > 0 && before <= 6 && isPlaceLead(lead);
  const isAlone = !isPlaced && before <= 2 && after <= 1;
  return {
    placed: flag(isPlaced),
    alone: flag(isAlone),
    clock: flag(clock !== ''),
    'line-end': flag(!isPlaced && !isAlone && after === 0),
    'line-start': flag(!isPlaced && !isAlone && before <= 1),
    prose: flag(before >= 3 && after >= 3) + flag(before >= 6 && after >= 1) * 0.5,
    numbered: flag(REFERENCE.test(lead)),
    worded: flag(!/\p{N}/u.test(date.text)),
    running: running(date, company),
    ...neighbourSigns(date, company),
  };
}

/** What stands before and after a date on its line, without the same day printed again: "30 декабря 2025 г. / 30 décembre 2025". */
function around(date: PrintedDate, { byPage }: DateCompany): { readonly lead: string; readonly rest: string } {
  const { line, reading, rest } = date;
  let lead = line.text.slice(0, reading.from);
  let after = rest;
  for (const { date: other } of byPage.get(line.page) ?? []) {
    if (other === date || other.line !== line || other.reading.iso !== reading.iso) continue;
    const at = other.reading.from;
    if (at < reading.from) lead = lead.slice(0, at) + lead.slice(other.reading.to);
    else after = after.replace(line.text.slice(at, other.reading.to), '');
  }
  return { lead, rest: after };
}

/** A line in the middle of a paragraph: a wide one that goes on below, and one that goes on from above. */
function running({ line, lineIndex, toItem, rest }: PrintedDate, { lines }: DateCompany): number {
  // A date that breaks across two lines and is followed by more stands in a paragraph.
  if (toItem > line.firstItem + line.items.length && wordCount(rest) > 1) return 1;
  const [previous, next] = [lines[lineIndex - 1], lines[lineIndex + 1]];
  const goesOn = next !== undefined && isWide(line) && runsOn(line, next);
  const startsLow = /^\p{Ll}{2,}/u.test(line.text) && line.items.length >= 4;
  const isContinued =
    previous !== undefined && isWide(previous) && runsOn(previous, line) && !/[.:;!?]\s*$/.test(previous.text);
  return flag(goesOn) * 0.5 + flag(startsLow || (isContinued && !/^\p{Lu}/u.test(line.text))) * 0.5;
}

function isWide(line: DateLine): boolean {
  return line.box[2] > 0.5 && line.items.length >= 6;
}

/** A name that begins like one, and a comma or a small word between it and the date. */
function isPlaceLead(lead: string): boolean {
  const text = lead.trim();
  const [place = '', ...rest] = text.split(/[,،，、:]/);
  if (rest.length === 0) return /\s(?:le|den|dne|dnia|lì|li|am|the)$/u.test(text) && PLACE.test(text);
  const words = rest
    .join(' ')
    .split(/\s+/)
    .filter((word) => LETTERS.test(word));
  return PLACE.test(place.trim()) && words.length <= 3 && (words.length <= 1 || words.every(isJoining));
}

/** The words between a place and a date are short ("le", "a los", "г."), or name the day of the week. */
function isJoining(word: string): boolean {
  return [...word].length <= 4 || weekdayNames().has(weekdayKey(word));
}

/** Dates of a table stand under each other; dates of a period or a list on one line. */
function neighbourSigns(date: PrintedDate, { byPage }: DateCompany): Signs {
  const others = (byPage.get(date.line.page) ?? []).map((one) => one.date).filter((one) => one !== date);
  const column = others.filter(
    ({ box, line }) =>
      line !== date.line && Math.abs(box[0] - date.box[0]) < 0.012 && Math.abs(box[1] - date.box[1]) > 0.006,
  );
  const row = others.filter(({ box }) => Math.abs(box[1] - date.box[1]) < 0.006);
  return { column: Math.min(1, column.length / 2), row: flag(row.length > 0) };
}

function pageSigns(date: PrintedDate, { lines }: DateCompany): Signs {
  const lineCount = lines.length;
  const { box, line, lineIndex } = date;
  const [x, y, width] = box;
  const { marks } = line.page;
  return {
    head: flag(line.pageIndex === 0 && y < 0.3),
    foot: flag(y > 0.55),
    edge: flag(y > 0.95 || y < 0.025),
    opening: Math.max(0, 1 - lineIndex / 12),
    closing: Math.max(0, 1 - (lineCount - 1 - lineIndex) / 8),
    'last-page': flag(lineCount - 1 - lineIndex < 40),
    right: flag(x + width / 2 > 0.6),
    stamped: flag(marks.some((mark) => mark.kind === 'stamp' && isWithin(box, mark.box))),
    'near-signature': flag(marks.some((mark) => mark.kind === 'signature' && Math.abs(mark.box[1] - y) < 0.14)),
  };
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => LETTERS.test(word)).length;
}

function flag(isSo: boolean): number {
  return isSo ? 1 : 0;
}

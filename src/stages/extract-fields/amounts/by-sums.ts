import { distance } from 'fastest-levenshtein';
import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Field } from '#domain/findings.ts';
import { fieldOf } from '../make-field.ts';
import type { Sources } from '../sources.ts';
import { placeOfLine } from '../text-line.ts';
import { type AmountRow, allRows, type PrintedAmount, rowsOf } from './amount-rows.ts';
import { findBalance, placeOfStanding } from './balance.ts';

/** Cents by which sums may be off where lines are rounded. */
const EXACT = 0.021;
/** Rows of deductions that are added up at most: taxes, social security, others. */
const MOST_TOTALS = 3;
/** Digits read so surely are not misread. Numbers with a space in them rarely are read so: sums tell more. */
const SURE = 0.9;
/** For a number that one digit would set right. */
const VERY_SURE = 0.93;

/** Lines between the whole and a total that are added up at least. */
const LEAST_ADDED = 3;

interface Sums {
  readonly wholes: readonly PrintedAmount[];
  readonly lesses: readonly AmountRow[];
  readonly rests: readonly PrintedAmount[];
  readonly rows: readonly AmountRow[];
  readonly wholeRow: AmountRow;
  readonly lessRow: AmountRow | undefined;
}

/**
 * Whether whole − deductions is the rest. Says yes when any reading of the rows adds up, also with one more line of the paper (a refund,
 * an advance); no only when the numbers can't be misread; nothing else.
 */
export function bySums(extractor: ExtractorFrom<'sums'>, sources: Sources): Field | undefined {
  const balance = findBalance(extractor, sources);
  if (extractor.part === 'agreement')
    return balance === undefined ? agreement(extractor, sources) : fieldOf(true, placeOfStanding(balance.rest), 0.9);
  const part = balance?.[extractor.part];
  return part && fieldOf(part.value, placeOfStanding(part), 0.9);
}

function agreement(extractor: ExtractorFrom<'sums'>, sources: Sources): Field | undefined {
  const [wholeRow] = rowsOf(extractor.whole, sources);
  // A label of the rest that fits the line of the whole is misread there.
  const restRows = rowsOf(extractor.rest, sources).filter(({ line }) => line !== wholeRow?.line);
  const [restRow] = restRows;
  if (wholeRow === undefined || restRow === undefined) return undefined;
  const lesses = rowsOf(extractor.less, sources);
  const rows = allRows(sources);
  const sums: Sums = {
    wholes: wholeRow.amounts,
    lesses,
    rests: restRows.flatMap(({ amounts }) => amounts),
    rows,
    wholeRow,
    lessRow: lesses[0] ?? totalBetween(wholeRow, restRow, rows),
  };
  const place = placeOfLine(restRow.line);
  if (addsUp(sums)) return fieldOf(true, place, 0.85);
  return isContradicted(sums, restRow, extractor.tolerance) ? fieldOf(false, place, 0.85) : undefined;
}

/** The line before the rest whose amount is the sum of a column of the lines between: a total under a name we do not know. */
function totalBetween(whole: AmountRow, rest: AmountRow, rows: readonly AmountRow[]): AmountRow | undefined {
  const [from, to] = [whole, rest].map((row) => rows.findIndex(({ line }) => line === row.line));
  if (from === undefined || to === undefined) return undefined;
  return rows.slice(from + LEAST_ADDED, to).findLast((row) => {
    const last = row.amounts.at(-1);
    return last !== undefined && isSumOf(last, { from: from + 1, to: rows.indexOf(row) }, rows);
  });
}

/** Some choice of columns and totals fits, alone or with one amount printed elsewhere. */
function addsUp({ wholes, lesses, rests, rows }: Sums): boolean {
  const others = rows.flatMap(({ amounts }) => amounts.map(({ value }) => value));
  const gaps = wholes.flatMap(({ value: whole }) =>
    totalsOf(lesses).flatMap((less) => rests.map(({ value: rest }) => whole - less - rest)),
  );
  if (gaps.some((gap) => Math.abs(gap) <= EXACT)) return true;
  // The whole or the rest itself explains nothing.
  const trivial = new Set([...wholes, ...rests].map(({ value }) => value));
  return (
    lesses.length > 0 &&
    gaps.some((gap) =>
      others.some((other) => !trivial.has(other) && Math.abs(Math.abs(gap) - Math.abs(other)) <= EXACT),
    )
  );
}

/** Every sum of one column of each of some rows; with no row, nothing is deducted. */
function totalsOf(rows: readonly AmountRow[]): number[] {
  let totals = [0];
  for (const { amounts } of rows.slice(0, MOST_TOTALS))
    totals = [...totals, ...totals.flatMap((total) => amounts.map(({ value }) => total + value))];
  return rows.length === 0 ? totals : totals.slice(1);
}

function isContradicted(sums: Sums, restRow: AmountRow, tolerance: number): boolean {
  const { wholeRow, lessRow } = sums;
  const [whole, rest] = [wholeRow.amounts.at(-1), restRow.amounts.at(-1)];
  if (whole === undefined || rest === undefined || whole.value <= 0) return false;
  const less = lessRow?.amounts.at(-1);
  // Without a total of deductions, only a rest above the whole tells.
  if (less === undefined)
    return rest.value > whole.value * (1 + tolerance) && whole.confidence >= SURE && rest.confidence >= SURE;
  const expected = whole.value - less.value;
  if (Math.abs(expected - rest.value) <= tolerance * whole.value) return false;
  const isSlip = mayBeMisread(digitsOf(expected), digitsOf(rest.value));
  if (isConfirmed(whole, wholeRow, sums) && isColumnSum(less, sums))
    return !isSlip || rest.confidence >= VERY_SURE || timesPrinted(rest, sums) > 1;
  return Math.min(whole.confidence, less.confidence, rest.confidence) >= (isSlip ? VERY_SURE : SURE);
}

/** Printed again (as the base of contributions), or the sum of the lines above it. */
function isConfirmed(amount: PrintedAmount, row: AmountRow, sums: Sums): boolean {
  return (
    timesPrinted(amount, sums) > 1 ||
    columnSums(
      0,
      sums.rows.findIndex(({ line }) => line === row.line),
      sums,
    ).includes(cents(amount.value))
  );
}

/** The sum of a column of the lines between the whole and the deductions. */
function isColumnSum(amount: PrintedAmount, sums: Sums): boolean {
  const from = sums.rows.findIndex(({ line }) => line === sums.wholeRow.line) + 1;
  const to = sums.rows.findIndex(({ line }) => line === sums.lessRow?.line);
  return isSumOf(amount, { from, to }, sums.rows);
}

function isSumOf(
  amount: PrintedAmount,
  { from, to }: { readonly from: number; readonly to: number },
  rows: readonly AmountRow[],
): boolean {
  return columnSums(from, to, { rows }).some((sum) => Math.abs(sum - cents(amount.value)) <= 2);
}

/** Sums, in cents, of the last, last but one and third last amounts of the rows. */
function columnSums(from: number, to: number, { rows }: Pick<Sums, 'rows'>): number[] {
  return [-1, -2, -3].map((column) =>
    cents(rows.slice(from, Math.max(from, to)).reduce((sum, { amounts }) => sum + (amounts.at(column)?.value ?? 0), 0)),
  );
}

function timesPrinted({ value }: PrintedAmount, { rows }: Sums): number {
  return rows.reduce((count, { amounts }) => count + amounts.filter((one) => one.value === value).length, 0);
}

function cents(value: number): number {
  return Math.round(value * 100);
}

/** Digits that readers take for each other. */
const ALIKE = new Set(['06', '08', '09', '14', '17', '27', '35', '38', '39', '49', '56', '58', '59', '68', '69', '89']);

/** Whether a reader could have made the one number of the other: a digit lost, doubled or taken for one like it. */
function mayBeMisread(expected: string, printed: string): boolean {
  if (expected.length !== printed.length) return distance(expected, printed) <= 1 || expected.includes(printed);
  const other = [...expected].flatMap((digit, at) =>
    digit === printed[at] ? [] : [[digit, printed[at]].sort().join('')],
  );
  return other.length <= 1 && other.every((pair) => ALIKE.has(pair));
}

function digitsOf(value: number): string {
  return String(cents(value));
}

import type { ExtractorFrom } from '#definitions/field-extractor.schema.ts';
import type { Place } from '#domain/findings.ts';
import type { Sources } from '../sources.ts';
import { placeOfTokens, type TextLine } from '../text-line.ts';
import { type AmountRow, allRows, type PrintedAmount, rowsOf } from './amount-rows.ts';

/** Where an amount of a balance stands. */
export function placeOfStanding({ line, tokens }: Standing): Place {
  return placeOfTokens(line, tokens);
}

/** Three amounts of which the first less the second is the third, and the lines they stand on. */
export interface Balance {
  readonly whole: Standing;
  readonly less: Standing;
  readonly rest: Standing;
}

/** An amount, the words it was read from, and their line. */
interface Standing extends Pick<PrintedAmount, 'value' | 'tokens'> {
  readonly line: TextLine;
}

type Part = keyof Balance;
type Labelled = Readonly<Record<Part, readonly Standing[]>>;

/** Cents by which sums may be off where lines are rounded. */
const EXACT = 0.021;
/** Lines below the deductions on which the rest stands when no label tells. */
const LINES_AHEAD = 3;

const balances = new WeakMap<Sources, Balance | null>();

/**
 * The amounts of a paper that add up: by all three labels, as read or as they may have been meant; else by two labels and the third
 * amount printed where it belongs; else by the label of the whole and two totals below. Undefined: nothing adds up.
 */
export function findBalance(extractor: ExtractorFrom<'sums'>, sources: Sources): Balance | undefined {
  const known = balances.get(sources);
  if (known !== undefined) return known ?? undefined;
  const whole = rowsOf(extractor.whole, sources);
  // A label of the rest that fits the line of the whole is misread there.
  const rest = rowsOf(extractor.rest, sources).filter(({ line }) => line !== whole[0]?.line);
  const labelled = { whole, less: rowsOf(extractor.less, sources), rest };
  const rows = allRows(sources);
  const read = standingsOf(labelled, asRead);
  const likely = standingsOf(labelled, asMeant);
  const meant = { ...likely, less: [...likely.less, ...columnTotals(labelled, rows)] };
  const found =
    byThree(read) ??
    byTwo(read, rows.flatMap(asRead)) ??
    byThree(meant) ??
    byTwo(meant, rows.flatMap(asMeant)) ??
    byTotals(read, rows);
  balances.set(sources, found ?? null);
  return found;
}

function standingsOf(rows: Readonly<Record<Part, readonly AmountRow[]>>, of: (row: AmountRow) => Standing[]): Labelled {
  return { whole: rows.whole.flatMap(of), less: rows.less.flatMap(of), rest: rows.rest.flatMap(of) };
}

function asRead({ line, amounts }: AmountRow): Standing[] {
  return amounts.map(({ value, tokens }) => ({ value, tokens, line }));
}

/** What may have been printed: the decimal comma was lost, or thousands stand apart from the rest of their number, on either side. */
function asMeant(row: AmountRow): Standing[] {
  const { line, amounts } = row;
  const joined = amounts.flatMap((one, at) => {
    const next = amounts[at + 1];
    if (next === undefined) return [];
    const values = [withThousands(one.value, next.value), withThousands(next.value, one.value)];
    return values.flatMap((value) =>
      value === undefined ? [] : [{ value, tokens: [...one.tokens, ...next.tokens], line }],
    );
  });
  const parted = asRead(row)
    .filter(({ value }) => Number.isInteger(value) && value >= 1000)
    .map((one) => ({ ...one, value: one.value / 100 }));
  return [...asRead(row), ...joined, ...parted];
}

/** A total of deductions that was misread is still the sum of the lines between the whole and it. */
function columnTotals(
  { whole, less }: Readonly<Record<Part, readonly AmountRow[]>>,
  rows: readonly AmountRow[],
): Standing[] {
  const [first] = whole;
  if (first === undefined) return [];
  const from = rows.findIndex(({ line }) => line === first.line) + 1;
  return less.map((row) => {
    const between = rows.slice(
      from,
      Math.max(
        from,
        rows.findIndex(({ line }) => line === row.line),
      ),
    );
    const value = between.reduce((sum, { amounts }) => sum + (amounts.at(-1)?.value ?? 0), 0);
    return {
      value: Math.round(value * 100) / 100,
      tokens: row.amounts.flatMap(({ tokens }) => tokens),
      line: row.line,
    };
  });
}

function withThousands(thousands: number, rest: number): number | undefined {
  const isThousands = Number.isInteger(thousands) && thousands > 0 && thousands < 1000;
  return isThousands && rest >= 0 && rest < 1000 ? thousands * 1000 + rest : undefined;
}

function byThree({ whole, less, rest }: Labelled): Balance | undefined {
  for (const a of whole)
    for (const b of less)
      for (const c of rest) if (addsUp(a.value, b.value, c.value)) return { whole: a, less: b, rest: c };
  return undefined;
}

/** Where one label is not found: its amount is printed where it belongs, the whole first, what is left last. */
function byTwo({ whole, less, rest }: Labelled, all: readonly Standing[]): Balance | undefined {
  const at = new Map(all.map(({ line }, index) => [line, index]));
  const isBefore = (a: Standing, b: Standing): boolean => (at.get(a.line) ?? 0) < (at.get(b.line) ?? 0);
  if (rest.length === 0)
    return firstOf(whole, less, (a, b) => {
      const c = all.find((one) => isBefore(a, one) && isBefore(b, one) && addsUp(a.value, b.value, one.value));
      return c && { whole: a, less: b, rest: c };
    });
  if (whole.length === 0)
    return firstOf(less, rest, (b, c) => {
      const a = all.find((one) => isBefore(one, b) && isBefore(one, c) && addsUp(one.value, b.value, c.value));
      return a && { whole: a, less: b, rest: c };
    });
  if (less.length > 0) return undefined;
  return firstOf(whole, rest, (a, c) => {
    const b = all.find((one) => isBefore(a, one) && isBefore(one, c) && addsUp(a.value, one.value, c.value));
    return b && { whole: a, less: b, rest: c };
  });
}

function firstOf(
  some: readonly Standing[],
  others: readonly Standing[],
  complete: (one: Standing, other: Standing) => Balance | undefined,
): Balance | undefined {
  for (const one of some)
    for (const other of others) {
      const balance = complete(one, other);
      if (balance !== undefined) return balance;
    }
  return undefined;
}

/** Below a labelled whole, two lines with one amount each that make it up again: what is held back and what is left. */
function byTotals({ whole }: Labelled, rows: readonly AmountRow[]): Balance | undefined {
  for (const a of whole) {
    const below = rows.slice(rows.findIndex(({ line }) => line === a.line) + 1);
    for (const [at, row] of below.entries()) {
      const [b] = totalOf(row);
      const c = below
        .slice(at + 1, at + 1 + LINES_AHEAD)
        .flatMap(totalOf)
        .find(({ value }) => b && addsUp(a.value, b.value, value));
      if (b !== undefined && c !== undefined) return { whole: a, less: b, rest: c };
    }
  }
  return undefined;
}

function totalOf(row: AmountRow): Standing[] {
  return row.amounts.length === 1 ? asRead(row) : [];
}

function addsUp(whole: number, less: number, rest: number): boolean {
  return whole > 0 && less > 0 && rest > 0 && Math.abs(whole - less - rest) <= EXACT;
}

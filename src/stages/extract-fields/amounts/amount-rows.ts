import { placesOf } from '../extractors/by-label.ts';
import { amountsOf } from '../extractors/read-cells.ts';
import type { Token } from '../labels/label-tokens.ts';
import { tokenCells } from '../labels/labelled-cells.ts';
import type { Sources } from '../sources.ts';
import type { TextLine } from '../text-line.ts';

/** An amount on a line, and how surely its digits were read. */
export interface PrintedAmount {
  readonly value: number;
  readonly confidence: number;
  readonly tokens: readonly Token[];
}

/** The amounts of one line, left to right as read. */
export interface AmountRow {
  readonly line: TextLine;
  readonly amounts: readonly PrintedAmount[];
}

/** Rows that a label names, best label first; each line once. */
export function rowsOf(label: string, sources: Sources): AmountRow[] {
  const rows = new Map<TextLine, AmountRow>();
  for (const { at, cells } of placesOf(label, sources)) {
    const amounts = amountsIn(cells);
    if (amounts.length > 0 && !rows.has(at)) rows.set(at, { line: at, amounts });
  }
  return [...rows.values()];
}

/** Every line of the paper with its amounts. */
export function allRows({ lines }: Sources): AmountRow[] {
  return lines.map((line) => ({ line, amounts: amountsIn(tokenCells(line.tokens)) }));
}

function amountsIn(cells: Parameters<typeof amountsOf>[0]): PrintedAmount[] {
  return amountsOf(cells).map(({ value, tokens }) => ({
    value,
    tokens,
    // The least sure word of its cell that holds a digit.
    confidence: Math.min(1, ...tokens.filter(({ text }) => /\p{Nd}/u.test(text)).map(({ confidence }) => confidence)),
  }));
}

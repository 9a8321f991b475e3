/** What it costs to make one word of another, letter by letter (indices). */
export interface AlignCosts {
  /** The letter of the first word at `i` for that of the second at `j`. */
  swap(i: number, j: number): number;
  /** The letter of the first word at `i`, which the second lacks. */
  lackSecond(i: number): number;
  /** The letter of the second word at `j`, which the first lacks. */
  lackFirst(j: number): number;
}

/** Lengths of two words, and the cost from which on it does not matter how much more it is. */
export interface AlignSize {
  readonly first: number;
  readonly second: number;
  readonly limit: number;
}

/** The least it costs to make the one word of the other; infinite when it is more than the limit. */
export function alignWords({ first, second, limit }: AlignSize, costs: AlignCosts): number {
  let row = [0];
  for (let j = 0; j < second; j += 1) row.push((row[j] ?? 0) + costs.lackFirst(j));
  for (let i = 0; i < first; i += 1) {
    row = nextRow(row, i, costs);
    if (row.every((cost) => cost > limit)) return Number.POSITIVE_INFINITY;
  }
  const cost = row.at(-1) ?? 0;
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

function nextRow(row: readonly number[], i: number, { swap, lackSecond, lackFirst }: AlignCosts): number[] {
  const lack = lackSecond(i);
  const next = [(row[0] ?? 0) + lack];
  for (let j = 0; j < row.length - 1; j += 1) {
    const swapped = (row[j] ?? 0) + swap(i, j);
    next.push(Math.min(swapped, (row[j + 1] ?? 0) + lack, (next[j] ?? 0) + lackFirst(j)));
  }
  return next;
}

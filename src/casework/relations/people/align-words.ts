/** What it costs to make one word of another, letter by letter (indices). */
export interface AlignCosts {
  /** The letter of the first word at `i` for that of the second at `j`. */
  swap(i: number, j: number): number;
  /** The letter of the first word at `i`, which the second lacks. */
  lackSecond(i: number): number;
  /** The letter of the second word at `j`, which the first lacks. */
  lackFirst(j: number): number;
}

/** The least it costs to make the one word of the other. */
export function alignWords(one: string, other: string, { swap, lackSecond, lackFirst }: AlignCosts): number {
  let row = [0];
  for (let j = 0; j < other.length; j += 1) row.push((row[j] ?? 0) + lackFirst(j));
  for (let i = 0; i < one.length; i += 1) {
    const lack = lackSecond(i);
    const next = [(row[0] ?? 0) + lack];
    for (let j = 0; j < other.length; j += 1) {
      const swapped = (row[j] ?? 0) + swap(i, j);
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + lack, (next[j] ?? 0) + lackFirst(j)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

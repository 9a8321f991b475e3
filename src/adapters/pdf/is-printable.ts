import type { Line } from '#domain/page-reading.ts';

/** The widest table on A3 has half as many letters on a line, the densest page of a newspaper a third as many in all. */
export const MOST_LETTERS = { line: 1_000, page: 100_000 } as const;

/**
 * Whether a page could show these lines. A text layer that no page could is there for the programs that read it, which take a day over it: what is printed is
 * read from the pixels.
 */
export function isPrintable(lines: readonly Line[]): boolean {
  const letters = lines.map(({ words }) => words.reduce((sum, { text }) => sum + text.length + 1, 0));
  return (
    letters.every((one) => one <= MOST_LETTERS.line) && letters.reduce((sum, one) => sum + one, 0) <= MOST_LETTERS.page
  );
}

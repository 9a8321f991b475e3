import type { Cell } from '#domain/case-judgement.ts';

/** A paper with what it brings to each criterion. */
export interface MatrixRow {
  readonly paper: string;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly best: number;
}

/** The papers that bring something, the ones that bring most first; those that are not counted last. */
export function matrixRows(cells: readonly Cell[]): MatrixRow[] {
  const byPaper = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const own = byPaper.get(cell.paper) ?? new Map<string, Cell>();
    byPaper.set(cell.paper, own.set(cell.criterion, cell));
  }
  return [...byPaper]
    .map(([paper, own]) => ({ paper, cells: own, best: bestOf([...own.values()]) }))
    .sort((one, other) => other.best - one.best);
}

function bestOf(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ strength, isCounted }) => (isCounted ? strength : strength - 100)));
}

import type { Cell } from '#domain/case-judgement.ts';

/**
 * How strongly papers together carry a criterion, 0..100: none alone can do more than its own strength, and each adds to what is open after the others.
 * Of several papers of one type, each counts `repeated` times the one before.
 */
export function joinStrengths(
  cells: readonly Pick<Cell, 'strength' | 'paper'>[],
  typeOf: (paper: string) => string,
  repeated: number,
): number {
  const seen = new Map<string, number>();
  let open = 1;
  for (const { strength, paper } of [...cells].sort((a, b) => b.strength - a.strength)) {
    const type = typeOf(paper);
    const before = seen.get(type) ?? 0;
    seen.set(type, before + 1);
    open *= 1 - (strength / 100) * repeated ** before;
  }
  return Math.round(100 * (1 - open));
}

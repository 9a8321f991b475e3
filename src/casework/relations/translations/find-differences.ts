import type { ComparedFacts } from './score-pair.ts';

/** A day or number of the original and what stands in its place in the translation. */
export interface Difference {
  readonly kind: 'day' | 'number';
  readonly original: string;
  readonly translation: string;
}

/**
 * What a translation changed: days and numbers of the original that it lacks, where it has one instead that is nearly the same and not in the original.
 * What has no such counterpart may only have been misread, or be the translator's own (number, date of the translation).
 */
export function findDifferences(original: ComparedFacts, translation: ComparedFacts): Difference[] {
  return [
    ...nearMisses(original.days, translation.days, isNearDay).map((pair) => ({ kind: 'day' as const, ...pair })),
    ...nearMisses(original.numbers, translation.numbers, isNearNumber).map((pair) => ({
      kind: 'number' as const,
      ...pair,
    })),
  ];
}

function nearMisses(
  original: ReadonlySet<string>,
  translation: ReadonlySet<string>,
  isNear: (one: string, other: string) => boolean,
): { original: string; translation: string }[] {
  const open = new Set([...translation].filter((value) => !original.has(value)));
  return [...original]
    .filter((value) => !translation.has(value))
    .flatMap((value) => {
      const near = [...open].find((other) => isNear(value, other));
      if (near === undefined) return [];
      open.delete(near);
      return [{ original: value, translation: near }];
    });
}

/** One figure, day and month swapped, or two figures that changed places. */
export function isNearDay(one: string, other: string): boolean {
  const swapped = `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}`;
  return other === swapped || isNearNumber(one, other);
}

export function isNearNumber(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const apart = [...one].flatMap((figure, at) => (figure === other[at] ? [] : [at]));
  const [first = -1, second = -1] = apart;
  if (apart.length === 1) return true;
  return apart.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

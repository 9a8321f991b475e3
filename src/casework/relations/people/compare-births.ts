/**
 * How two birth dates (ISO, perhaps shortened) go together. `conventional`: the same year, and one of them a day that stands for an unknown one;
 * `swapped`: day and month; `slip`: one figure.
 */
export type BirthVerdict = 'same' | 'compatible' | 'conventional' | 'swapped' | 'slip' | 'different';

/** Symmetric. `conventional` days are MM-DD. */
export function compareBirths(one: string, other: string, conventional: readonly string[]): BirthVerdict {
  if (one === other) return one.length === DAY ? 'same' : 'compatible';
  if (one.startsWith(other) || other.startsWith(one)) return 'compatible';
  const [year, ...day] = [one.slice(0, 4), one.slice(5)];
  const [otherYear, ...otherDay] = [other.slice(0, 4), other.slice(5)];
  if (year === otherYear && [...day, ...otherDay].some((some) => conventional.includes(some))) return 'conventional';
  if (one.length !== DAY || other.length !== DAY) return 'different';
  if (year === otherYear && one.slice(5) === `${other.slice(8)}-${other.slice(5, 7)}`) return 'swapped';
  return figuresApart(one, other) === 1 ? 'slip' : 'different';
}

const DAY = 10;

function figuresApart(one: string, other: string): number {
  return [...one].filter((figure, at) => figure !== other[at]).length;
}

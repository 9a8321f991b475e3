/** Pages of one document, 1-based within its file. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** How the boundaries between the pages of one file came out. A boundary stands between page i and page i + 1. */
export interface CutComparison {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
}

/** Shares are 0..1; a share over nothing is null. */
export interface CutFigures {
  /** Files of more than one page. */
  readonly files: number;
  /** True boundaries in them. */
  readonly boundaries: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Holds the cuts of a file against the truth; undefined for a file of one page, which has no boundary to get wrong. */
export function compareCuts(truth: readonly PageRange[], found: readonly PageRange[]): CutComparison | undefined {
  const pageCount = Math.max(0, ...[...truth, ...found].map(({ to }) => to));
  if (pageCount < 2) return undefined;
  const [wanted, made] = [beginnings(truth), beginnings(found)];
  const hit = [...made].filter((page) => wanted.has(page)).length;
  return { hit, missed: wanted.size - hit, wrong: made.size - hit };
}

/** Precision, recall and F1 over the boundaries of all files. */
export function cutFigures(comparisons: readonly CutComparison[]): CutFigures {
  const sum = (of: (one: CutComparison) => number): number => comparisons.reduce((total, one) => total + of(one), 0);
  const [hit, missed, wrong] = [sum((one) => one.hit), sum((one) => one.missed), sum((one) => one.wrong)];
  return {
    files: comparisons.length,
    boundaries: hit + missed,
    precision: ratio(hit, hit + wrong),
    recall: ratio(hit, hit + missed),
    f1: ratio(2 * hit, 2 * hit + missed + wrong),
  };
}

/** First pages of documents that begin after the file's first page. */
function beginnings(ranges: readonly PageRange[]): ReadonlySet<number> {
  return new Set(ranges.map(({ from }) => from).filter((page) => page > 1));
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

import type { Ink } from './ink.ts';

/** A connected piece of ink, in pixels. */
export interface Component {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink. */
  readonly area: number;
  /** Its runs: y, first x, last x, … */
  readonly runs: readonly number[];
}

interface Draft {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
  runs: number[];
}

/** How pixels touch: also at their corners, or only at their sides. */
export type Touch = 'corners' | 'sides';

/** The connected pieces of ink, by joining the runs of each row with those of the row above. */
export function componentsOf(ink: Ink, touch: Touch = 'corners'): Component[] {
  const runs = runsOf(ink);
  const parents = labelRuns(runs, touch === 'corners' ? 1 : 0);
  const drafts = new Map<number, Draft>();
  for (let at = 0, run = 0; at < runs.length; at += 3, run += 1) addRun(drafts, root(parents, run), runs, at);
  return [...drafts.values()];
}

/** All runs of ink, row by row, as flat triples: y, first x, last x. A page has tens of thousands, and an object for each would be garbage. */
function runsOf({ width, bits }: Ink): number[] {
  const runs: number[] = [];
  for (let at = bits.indexOf(1); at !== -1; at = bits.indexOf(1, at)) {
    const y = Math.floor(at / width);
    const row = y * width;
    const from = at;
    while (at < row + width && bits[at] === 1) at += 1;
    runs.push(y, from - row, at - 1 - row);
  }
  return runs;
}

/** For each run the number of one that it is connected with, itself at the least; followed to its end, the first run of the piece. */
function labelRuns(runs: readonly number[], reach: number): Int32Array {
  const parents = Int32Array.from({ length: runs.length / 3 }, (_, run) => run);
  // The first run of the row above that may still touch one of this row.
  let above = 0;
  for (let run = 0; run < parents.length; run += 1) {
    const y = runs[run * 3] ?? 0;
    const from = runs[run * 3 + 1] ?? 0;
    const to = runs[run * 3 + 2] ?? 0;
    while (above < run && isPast(runs, above, y, from - reach)) above += 1;
    for (let other = above; other < run; other += 1) {
      if (runs[other * 3] !== y - 1 || (runs[other * 3 + 1] ?? 0) > to + reach) break;
      join(parents, other, run);
    }
  }
  return parents;
}

/** Whether a run lies too high, or in the row above too far left, to touch what begins at `from` in row `y`. */
function isPast(runs: readonly number[], run: number, y: number, from: number): boolean {
  const row = runs[run * 3] ?? 0;
  return row < y - 1 || (row === y - 1 && (runs[run * 3 + 2] ?? 0) < from);
}

function addRun(drafts: Map<number, Draft>, key: number, runs: readonly number[], at: number): void {
  const y = runs[at] ?? 0;
  const from = runs[at + 1] ?? 0;
  const to = runs[at + 2] ?? 0;
  const draft = drafts.get(key);
  if (draft === undefined) {
    drafts.set(key, { left: from, top: y, right: to, bottom: y, area: to - from + 1, runs: [y, from, to] });
    return;
  }
  draft.left = Math.min(draft.left, from);
  draft.right = Math.max(draft.right, to);
  draft.bottom = y;
  draft.area += to - from + 1;
  draft.runs.push(y, from, to);
}

function root(parents: Int32Array, label: number): number {
  let at = label;
  while (parents[at] !== at) {
    const next = parents[at] ?? at;
    parents[at] = parents[next] ?? next;
    at = next;
  }
  return at;
}

function join(parents: Int32Array, a: number, b: number): void {
  const one = root(parents, a);
  const other = root(parents, b);
  parents[Math.max(one, other)] = Math.min(one, other);
}

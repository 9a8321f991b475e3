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

/** The connected pieces of ink (eight neighbours), by joining the runs of each row with those of the row above. */
export function componentsOf({ width, height, bits }: Ink): Component[] {
  const parents: number[] = [];
  const runs: { y: number; from: number; to: number; label: number }[] = [];
  let above: number[] = [];
  for (let y = 0; y < height; y += 1) {
    const here: number[] = [];
    let first = 0;
    for (let x = 0; x < width; x += 1) {
      if (bits[y * width + x] !== 1) continue;
      const from = x;
      while (x + 1 < width && bits[y * width + x + 1] === 1) x += 1;
      let label = -1;
      while (first < above.length && (runs[above[first] ?? 0]?.to ?? 0) < from - 1) first += 1;
      for (let at = first; at < above.length; at += 1) {
        const other = runs[above[at] ?? 0];
        if (other === undefined || other.from > x + 1) break;
        label = label === -1 ? root(parents, other.label) : join(parents, label, other.label);
      }
      if (label === -1) {
        label = parents.length;
        parents.push(label);
      }
      here.push(runs.length);
      runs.push({ y, from, to: x, label });
    }
    above = here;
  }
  return collect(runs, parents);
}

function collect(
  runs: readonly { y: number; from: number; to: number; label: number }[],
  parents: number[],
): Component[] {
  const drafts = new Map<number, Draft>();
  for (const { y, from, to, label } of runs) {
    const key = root(parents, label);
    const draft = drafts.get(key);
    if (draft === undefined) {
      drafts.set(key, { left: from, top: y, right: to, bottom: y, area: to - from + 1, runs: [y, from, to] });
      continue;
    }
    draft.left = Math.min(draft.left, from);
    draft.right = Math.max(draft.right, to);
    draft.bottom = y;
    draft.area += to - from + 1;
    draft.runs.push(y, from, to);
  }
  return [...drafts.values()];
}

function root(parents: number[], label: number): number {
  let at = label;
  while (parents[at] !== at) {
    const next = parents[at] ?? at;
    parents[at] = parents[next] ?? next;
    at = next;
  }
  return at;
}

function join(parents: number[], a: number, b: number): number {
  const [one, other] = [root(parents, a), root(parents, b)];
  const [low, high] = one < other ? [one, other] : [other, one];
  parents[high] = low;
  return low;
}

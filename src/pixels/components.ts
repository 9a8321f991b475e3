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

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** The connected pieces of ink (eight neighbours), by joining the runs of each row with those of the row above. */
export function componentsOf(ink: Ink): Component[] {
  const parents: number[] = [];
  const drafts = new Map<number, Draft>();
  const rows: Run[] = [];
  let above: Run[] = [];
  for (let y = 0; y < ink.height; y += 1) {
    const here = runsOfRow(ink, y).map(
      ([from, to]): Run => ({ y, from, to, label: labelOf({ from, to }, above, parents) }),
    );
    rows.push(...here);
    above = here;
  }
  for (const run of rows) addRun(drafts, root(parents, run.label), run);
  return [...drafts.values()];
}

function runsOfRow({ width, bits }: Ink, y: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  const row = y * width;
  for (let x = 0; x < width; x += 1) {
    if (bits[row + x] !== 1) continue;
    const from = x;
    while (x + 1 < width && bits[row + x + 1] === 1) x += 1;
    runs.push([from, x]);
  }
  return runs;
}

/** The label of the runs above that a run touches, joined to one; a new label where it touches none. */
function labelOf(
  run: { readonly from: number; readonly to: number },
  above: readonly Run[],
  parents: number[],
): number {
  let label: number | undefined;
  for (const other of above) {
    if (other.to < run.from - 1) continue;
    if (other.from > run.to + 1) break;
    label = label === undefined ? root(parents, other.label) : join(parents, label, other.label);
  }
  if (label !== undefined) return label;
  parents.push(parents.length);
  return parents.length - 1;
}

function addRun(drafts: Map<number, Draft>, key: number, { y, from, to }: Run): void {
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

import type { Piece, Placed } from './page-pieces.ts';

/** White from one place to another across, in heights of the page. */
export interface Channel {
  readonly from: number;
  readonly to: number;
}

/** Pieces on one level. */
export type Row = readonly Piece[];

/** Rows of a page and a white channel that runs through them from top to bottom. */
export interface Stretch {
  readonly rows: readonly Row[];
  readonly channel: Channel;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** Whether a word stands left of the middle of a channel. */
export function isLeftOf(channel: Channel, { left, right }: Span): boolean {
  return left + right < channel.from + channel.to;
}

/** The words of a row that hold a letter or a digit: bullets and rules make no column. */
export function textWords(row: Row): Placed[] {
  return row.flatMap(({ words }) => words.filter(({ isText }) => isText));
}

/** The white between words. */
export function gapsBetween(words: readonly Span[]): Channel[] {
  const gaps: Channel[] = [];
  let reached = Number.POSITIVE_INFINITY;
  for (const { left, right } of words.toSorted((a, b) => a.left - b.left)) {
    if (left > reached) gaps.push({ from: reached, to: left });
    reached = reached === Number.POSITIVE_INFINITY ? right : Math.max(reached, right);
  }
  return gaps;
}

/** The white inside a row, and between it and the row below, where each stands on a side of its own. */
export function gapsAt(row: Row, below: Row | undefined): Channel[] {
  const gaps = gapsBetween(row.flatMap(({ words }) => words));
  if (below === undefined) return gaps;
  const [one, other] = [spanOf(row), spanOf(below)];
  if (one.right < other.left) gaps.push({ from: one.right, to: other.left });
  if (other.right < one.left) gaps.push({ from: other.right, to: one.left });
  return gaps;
}

/** What a row leaves white of a channel; undefined when it runs across, or leaves less than `least`. */
export function narrowed(channel: Channel, row: Row, least: number): Channel | undefined {
  const words = textWords(row);
  if (words.length === 0) return channel;
  const { left, right } = spanOf(words);
  const gaps = [
    { from: Number.NEGATIVE_INFINITY, to: left },
    ...gapsBetween(words),
    { from: right, to: Number.POSITIVE_INFINITY },
  ];
  const [widest] = gaps
    .map(({ from, to }) => ({ from: Math.max(from, channel.from), to: Math.min(to, channel.to) }))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return widest !== undefined && widest.to - widest.from >= least ? widest : undefined;
}

/** From the leftmost to the rightmost of some words. */
export function spanOf(parts: readonly Span[]): Span {
  return { left: Math.min(...parts.map(({ left }) => left)), right: Math.max(...parts.map(({ right }) => right)) };
}

/** Edges no further apart than this are one; in heights of letters. */
const SAME_EDGE = 1.5;

/** Whether lines are set to one edge or around one middle, or stand over one another for most of the shorter one. */
export function isSameColumn(words: readonly Span[], others: readonly Span[], height: number): boolean {
  const [a, b] = [spanOf(words), spanOf(others)];
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (shared > Math.min(a.right - a.left, b.right - b.left) * 0.6) return true;
  const isNear = (x: number): boolean => Math.abs(x) < height * SAME_EDGE;
  return isNear(a.left - b.left) || isNear(a.right - b.right) || isNear((a.left + a.right - b.left - b.right) / 2);
}

/** How far apart two rows stand from top to bottom. */
export function distance(a: Row, b: Row): number {
  return Math.abs((a[0]?.middle ?? 0) - (b[0]?.middle ?? 0));
}

import { isColumnGap } from './column-gap.ts';
import { type Piece, rowsOf } from './page-pieces.ts';
import type { Print } from './page-print.ts';
import {
  type Channel,
  distance,
  gapsAt,
  isLeftOf,
  isSameColumn,
  narrowed,
  type Row,
  type Stretch,
  textWords,
} from './white-channel.ts';

/** Rows with text on both sides of a white channel. */
export interface Zone extends Stretch {
  /** The channel as far as nothing runs across it, also where text stands on one side only and over much white. */
  readonly reach: Stretch;
  /** Rows of the side that has fewer where the sides stand beside one another. */
  readonly support: number;
}

/** Narrower white, in heights of letters, is the space between words. */
const NARROWEST = 0.8;
/** White across the page higher than so many letters ends what may belong together: room for a signature is lower. */
const ENDS = 9;
/** Rows of a zone are no further apart than this, in steps of lines. */
const APART = 1.7;
/** A wide channel stays wide: a title below it that all but closes it does not belong there. Share of its width, and the width beyond which that does not count, in heights of letters. */
const STAYS = { share: 0.4, most: 5 };
/** Lines that follow their column so closely belong to it where the other column has not begun or is over; in heights of letters. */
const FOLLOWS = 2.6;
/** Columns that begin beside one another may do so half a line apart; in heights of the page. */
const BESIDE = 0.006;

/**
 * Of the zones of a page the one that most rows speak for, or one that begins above it, reaches into it and stands apart: the head over a
 * table. None where everything stands in one column. Signatures stand so far apart that one row must do: `areSignatures` tells them.
 */
export function findZone(
  pieces: readonly Piece[],
  print: Print,
  areSignatures: (stretch: Stretch) => boolean,
): Zone | undefined {
  const rows = rowsOf(pieces);
  const zones = zonesOf(rows, print).filter(
    (zone) => isColumnGap(zone, print.height) || (zone.support === 1 && areSignatures(zone.reach)),
  );
  const best = widestSupport(zones);
  if (best === undefined) return undefined;
  const above = zones.filter(
    (zone) => zone.rows.some((row) => best.rows.includes(row)) && topOf(zone) < topOf(best) && standsApart(zone, rows),
  );
  return widestSupport(above) ?? best;
}

/** The zone that grows from each white gap of each row; gaps that a zone runs through already give no other. */
function zonesOf(rows: readonly Row[], print: Print): Zone[] {
  const zones: Zone[] = [];
  for (const [index, row] of rows.entries())
    for (const channel of gapsAt(row, rows[index + 1])) {
      if (channel.to - channel.from < print.height * NARROWEST || zones.some((zone) => holds(zone, row, channel)))
        continue;
      zones.push(zoneAt(rows, { index, channel }, print));
    }
  return zones;
}

function holds({ rows, channel }: Zone, row: Row, gap: Channel): boolean {
  return gap.from <= channel.from && channel.to <= gap.to && rows.includes(row);
}

function widestSupport(zones: readonly Zone[]): Zone | undefined {
  const width = ({ channel }: Zone): number => channel.to - channel.from;
  return zones.toSorted((a, b) => b.support - a.support || width(b) - width(a))[0];
}

function topOf({ rows }: Zone): number {
  return rows[0]?.[0]?.middle ?? 0;
}

/** Whether the rows of a zone stand closer to one another than to those above and below. */
function standsApart({ rows }: Zone, all: readonly Row[]): boolean {
  const [from, to] = [all.indexOf(rows[0] ?? []), all.indexOf(rows.at(-1) ?? [])];
  const steps = all.slice(1).map((row, index) => distance(row, all[index] ?? []));
  const around = Math.min(steps[from - 1] ?? Number.POSITIVE_INFINITY, steps[to] ?? Number.POSITIVE_INFINITY);
  return Math.max(...steps.slice(from, to)) < around * 1.2;
}

interface Seed {
  readonly index: number;
  readonly channel: Channel;
}

function zoneAt(rows: readonly Row[], seed: Seed, { height, step }: Print): Zone {
  const reach = grown(rows, seed, { height, most: height * ENDS });
  const near = grown(rows, seed, { height, most: step * APART });
  const zone = { rows: withoutEnds(near, height), channel: near.channel };
  return { ...zone, reach, support: supportOf(zone) };
}

/** The rows above and below that leave the channel white, which narrows on the way. */
function grown(
  rows: readonly Row[],
  seed: Seed,
  { height, most }: { readonly height: number; readonly most: number },
): Stretch {
  let { channel } = seed;
  const least = Math.max(height * NARROWEST, Math.min(channel.to - channel.from, height * STAYS.most) * STAYS.share);
  const leaves = (next: number, near: number): boolean => {
    const row = rows[next];
    if (row === undefined || distance(row, rows[near] ?? []) > most) return false;
    const left = narrowed(channel, row, least);
    channel = left ?? channel;
    return left !== undefined;
  };
  let [first, last] = [seed.index, seed.index];
  while (leaves(last + 1, last)) last += 1;
  while (leaves(first - 1, first)) first -= 1;
  return { rows: rows.slice(first, last + 1), channel };
}

/** The rows where both sides stand beside one another, with what goes on above and below in the same column. */
function withoutEnds({ rows, channel }: Stretch, height: number): Row[] {
  const sides = rows.map((row) => {
    const words = textWords(row);
    return [true, false].map((side) => words.filter((word) => isLeftOf(channel, word) === side));
  });
  const wordsAt = (index: number, side: number) => sides[index]?.[side] ?? [];
  const indices = rows.map((_, index) => index);
  const first = [0, 1].map((side) => indices.findIndex((index) => wordsAt(index, side).length > 0));
  const last = [0, 1].map((side) => indices.findLastIndex((index) => wordsAt(index, side).length > 0));
  if (Math.min(...first) < 0) return [];
  const follows = (index: number, step: 1 | -1): boolean => {
    const side = wordsAt(index, 0).length > 0 ? 0 : 1;
    const words = wordsAt(index, side);
    let near = index + step;
    while (near >= 0 && near < rows.length && wordsAt(near, side).length === 0) near += step;
    const others = wordsAt(near, side);
    if (words.length === 0 || others.length === 0) return false;
    return distance(rows[index] ?? [], rows[near] ?? []) < height * FOLLOWS && isSameColumn(words, others, height);
  };
  let from = Math.min(Math.max(...first), Math.min(...last));
  let to = Math.max(Math.max(...first), Math.min(...last));
  while (from > 0 && follows(from - 1, 1)) from -= 1;
  while (to < rows.length - 1 && follows(to + 1, -1)) to += 1;
  return rows.slice(from, to + 1);
}

function supportOf({ rows, channel }: Stretch): number {
  const heights = (isLeft: boolean): number[] =>
    rows
      .filter((row) => textWords(row).some((word) => isLeftOf(channel, word) === isLeft))
      .map((row) => row[0]?.middle ?? 0);
  const [left, right] = [heights(true), heights(false)];
  const beside = (side: readonly number[], other: readonly number[]): number =>
    side.filter((y) => y >= Math.min(...other) - BESIDE && y <= Math.max(...other) + BESIDE).length;
  return Math.min(beside(left, right), beside(right, left));
}

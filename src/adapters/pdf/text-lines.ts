import type { Box } from '#domain/geometry.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { Line, Word } from '#domain/page-reading.ts';
import { inReadingOrder } from './reading-order.ts';
import type { TextRun } from './text-run.ts';

/** Runs put together to lines of words in reading order; boxes as fractions of the page. */
export function linesOfRuns(
  runs: readonly TextRun[],
  page: { readonly width: number; readonly height: number },
): Line[] {
  const rows = rowsOf(runs.filter((run) => run.text.trim() !== '' && run.height > 0));
  return inReadingOrder(splitAtGaps(rows))
    .map((row, block) => lineOf(row, block, page))
    .filter((line) => line.words.length > 0);
}

/** Runs whose middles stand at the same height form a row; rows from top to bottom, runs from left to right. */
function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [];
  for (const run of runs.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (
      row !== undefined &&
      anchor !== undefined &&
      Math.abs(middleOf(run) - middleOf(anchor)) < Math.min(run.height, anchor.height) * 0.5
    )
      row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

const middleOf = (run: TextRun): number => run.y + run.height / 2;

/** White space inside a row that parts a label from a value, in heights of the line. */
const WIDE_GAP = 2.5;
/** White space between columns of running text may be narrower; then so many rows have it at the same place, and none between them runs across it. */
const CHANNEL = { gap: 0.8, rows: 4 };

/** Rows parted at wide gaps, and at narrower ones where a channel of white runs down the page. */
function splitAtGaps(rows: readonly (readonly TextRun[])[]): TextRun[][] {
  const gaps = rows.map((row) => gapsOf(row).filter(({ from, to, height }) => to - from >= height * CHANNEL.gap));
  const crosses = (index: number, x: number): boolean =>
    rows[index]?.some((run) => run.x < x && x < run.x + run.width) ?? true;
  const opens = (index: number, x: number): boolean =>
    gaps[index]?.some(({ from, to }) => from <= x && x <= to) ?? false;
  /** Rows with the same gap above and below, up to the first one that runs across it. */
  const isChannel = (x: number, index: number): boolean => {
    let count = 1;
    for (let above = index - 1; !crosses(above, x); above -= 1) count += opens(above, x) ? 1 : 0;
    for (let below = index + 1; !crosses(below, x); below += 1) count += opens(below, x) ? 1 : 0;
    return count >= CHANNEL.rows;
  };
  return rows.flatMap((row, index) => {
    const cuts = (gaps[index] ?? [])
      .filter(({ from, to, height }) => to - from >= height * WIDE_GAP || isChannel((from + to) / 2, index))
      .map(({ to }) => to);
    return cutAt(row, cuts);
  });
}

interface Gap {
  readonly from: number;
  readonly to: number;
  /** Of the run behind it. */
  readonly height: number;
}

function gapsOf(row: readonly TextRun[]): Gap[] {
  const gaps: Gap[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { x, width, height } of row) {
    if (x > end) gaps.push({ from: end, to: x, height });
    end = Math.max(end === Number.POSITIVE_INFINITY ? 0 : end, x + width);
  }
  return gaps;
}

/** The runs of a row in parts, each beginning at one of the places. */
function cutAt(row: readonly TextRun[], places: readonly number[]): TextRun[][] {
  const parts: TextRun[][] = [[]];
  for (const run of row) {
    if (places.includes(run.x) && parts.at(-1)?.length !== 0) parts.push([]);
    parts.at(-1)?.push(run);
  }
  return parts;
}

function lineOf(
  row: readonly TextRun[],
  block: number,
  page: { readonly width: number; readonly height: number },
): Line {
  const isRightToLeft = row.filter((run) => run.isRightToLeft).length * 2 > row.length;
  const ordered = isRightToLeft ? row.toReversed() : row;
  const words: Word[] = [];
  let before: TextRun | undefined;
  for (const run of ordered) {
    const pieces = wordsOfRun(run, page);
    const glued =
      before !== undefined &&
      !/\s$/.test(before.text) &&
      !/^\s/.test(run.text) &&
      gapBetween(before, run) < run.height * 0.15;
    const last = words.at(-1);
    const [first, ...rest] = pieces;
    if (glued && last !== undefined && first !== undefined) {
      words[words.length - 1] = {
        text: last.text + first.text,
        box: unionOfBoxes([last.box, first.box]) ?? last.box,
        confidence: 1,
      };
      words.push(...rest);
    } else words.push(...pieces);
    before = run;
  }
  return { block, box: unionOfBoxes(words.map((word) => word.box)) ?? [0, 0, 0, 0], words };
}

function gapBetween(a: TextRun, b: TextRun): number {
  return a.x < b.x ? b.x - (a.x + a.width) : a.x - (b.x + b.width);
}

/** The words of a run, its width shared out by letters (a PDF does not tell where each word stands). */
function wordsOfRun(run: TextRun, page: { readonly width: number; readonly height: number }): Word[] {
  const text = run.text.normalize('NFKC');
  const perLetter = run.width / Math.max(text.length, 1);
  return [...text.matchAll(/\S+/g)].map((match) => {
    const start = run.isRightToLeft ? text.length - match.index - match[0].length : match.index;
    const box: Box = [
      (run.x + start * perLetter) / page.width,
      run.y / page.height,
      (match[0].length * perLetter) / page.width,
      run.height / page.height,
    ];
    return { text: match[0].normalize('NFC'), box, confidence: 1 };
  });
}

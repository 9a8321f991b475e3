import { gapsBetween, isLeftOf, type Stretch } from './white-channel.ts';

/** The narrower a channel is against the letters, the more rows it must run through to be seen. In heights of letters. */
const SEEN = [
  { width: 3, rows: 2 },
  { width: 2, rows: 3 },
  { width: 0.8, rows: 4 },
];
/** The white between words in a line that is no list is narrower. */
const WIDE = 2;
/** Numbers before the items of a list are no column: one word, no wider than so many letter heights. */
const MARKER = 3;
/** White in a justified line: no wider than so many heights of letters, and other white in the line is nearly as wide. */
const RIVER = { width: 4, share: 0.6 };

/** Whether the white of a stretch parts columns: seen in rows enough, and no list's, no justified line's. Heights of the page. */
export function isColumnGap(zone: Stretch & { readonly support: number }, height: number): boolean {
  const width = (zone.channel.to - zone.channel.from) / height;
  const isSeen = SEEN.some((least) => width >= least.width && zone.support >= least.rows);
  return isSeen && !(width < WIDE && isMarked(zone, height)) && !isRiver(zone, height);
}

/** Whether all that stands on one side are the numbers of a list. */
function isMarked({ rows, channel }: Stretch, height: number): boolean {
  return [true, false].some((isLeft) =>
    rows
      .map((row) => row.flatMap(({ words }) => words).filter((word) => isLeftOf(channel, word) === isLeft))
      .filter((line) => line.length > 0)
      .every((line) => line.length === 1 && line.every(({ left, right }) => right - left < height * MARKER)),
  );
}

/** A river of white in justified text is no column: it is not much wider than the other white on its lines. */
function isRiver({ rows, channel }: Stretch, height: number): boolean {
  const middle = (channel.from + channel.to) / 2;
  const across = rows.flat().filter(({ left, right }) => left < middle && right > middle);
  const flowing = across.filter(({ words }) => {
    const gaps = gapsBetween(words);
    const widths = gaps.map(({ from, to }) => to - from);
    const here = widths[gaps.findIndex(({ from, to }) => from < middle && to > middle)] ?? 0;
    const alike = widths.filter((width) => width > here * RIVER.share);
    return alike.length > 1 && widths.every((width) => width < height * RIVER.width);
  });
  return flowing.length > across.length * 0.5;
}

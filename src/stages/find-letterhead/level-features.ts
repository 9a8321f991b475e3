import type { Add } from './features.ts';
import { type HeadLine, isSameColumn } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { LEVEL } from './known-words.ts';
import { isNaming } from './line-stacks.ts';
import type { LineTraits } from './line-traits.ts';

/** Lines further away than this are of another stack, share of the page. */
const REACH = 0.16;

/** How near to people a body is, what else is known of it considered; `LEVEL.unknown` where nothing is. */
export function levelOf({ level, isUmbrella, kind, beginsAsSection }: LineTraits): number {
  if (level > LEVEL.unknown) return level;
  if (beginsAsSection) return LEVEL.part;
  if (isUmbrella) return LEVEL.nation;
  return kind === null ? LEVEL.unknown : LEVEL.seat;
}

interface Neighbour {
  readonly level: number;
  readonly isAbove: boolean;
}

/**
 * What speaks for a candidate in the stack of names a letterhead is: state, ministry, directorate, station, office. The body nearest to
 * people wrote, unless it is a part of another.
 */
export function addLevel(candidate: Candidate, lines: readonly HeadLine[], add: Add): void {
  const { traits } = candidate;
  const level = levelOf(traits);
  const neighbours = neighboursOf(candidate, lines);
  const nearer = neighbours.filter((one) => one.level > level && one.level <= LEVEL.seat);
  const isNearest = level >= LEVEL.region && level <= LEVEL.seat && nearer.length === 0;
  const isUnderBody = neighbours.some((one) => one.level >= LEVEL.region && one.level <= LEVEL.seat);
  add('level-2', level === LEVEL.nation);
  add('level-6', level === LEVEL.part);
  add('nearest', isNearest);
  add('nearest-later', isNearest && neighbours.some((one) => one.isAbove && one.level === level));
  add('nearer-below', level > LEVEL.unknown && nearer.some(({ isAbove }) => !isAbove));
  add(
    'farther-above',
    level > LEVEL.unknown && neighbours.some((one) => one.isAbove && one.level > 0 && one.level < level),
  );
  add('part-alone', level === LEVEL.part && traits.ownWords.length > 0 && !isUnderBody);
  add(
    'part-of-body',
    level === LEVEL.part && neighbours.some((one) => one.level === LEVEL.seat || one.level === LEVEL.seat - 1),
  );
}

/** The other lines of the stack, and the other pieces of the line. */
function neighboursOf({ line, second, pieces, piece }: Candidate, lines: readonly HeadLine[]): Neighbour[] {
  const others = lines.filter(
    (one) =>
      one !== line &&
      one !== second &&
      one.zone === line.zone &&
      isSameColumn(one, line) &&
      Math.abs(one.box[1] - line.box[1]) < REACH &&
      isNaming(one),
  );
  const beside = piece === null ? [] : pieces.map((traits, at) => ({ level: levelOf(traits), isAbove: at < piece }));
  return [
    ...others.map(({ traits, box }) => ({ level: levelOf(traits), isAbove: box[1] < line.box[1] })),
    ...beside.filter((_, at) => at !== piece),
  ];
}

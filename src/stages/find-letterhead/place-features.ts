import type { Add } from './features.ts';
import type { HeadContext } from './head-context.ts';
import { type HeadLine, isSameColumn } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { LEVEL } from './known-words.ts';
import { levelOf } from './level-features.ts';
import { isNaming } from './line-stacks.ts';

const RIGHT_COLUMN = 0.46;
/** Less white space than this parts the lines of a block, share of the page. */
const BLOCK_GAP = 0.02;

/** Where on the sheet, in its zone and in its block a name stands. */
export function addPlace(candidate: Candidate, { lines, isRightToLeft }: HeadContext, add: Add): void {
  const { line } = candidate;
  const inZone = lines.filter(({ zone }) => zone === line.zone);
  const at = inZone.indexOf(line);
  const start = isRightToLeft ? 1 - (line.box[0] + line.box[2]) : line.box[0];
  if (line.zone !== 'foot') {
    add('first', at === 0);
    add('later', Math.max(0, Math.min(8, at - 2)) / 4);
    add('lead-second', inZone.filter(isLeading)[1] === line);
  }
  add('far-column', start > RIGHT_COLUMN);
  add('height', Math.min(0.4, line.box[1]) * (line.zone === 'head' ? 3 : 0));
  addBlock(candidate, inZone, add);
}

/** Names somebody, and neither a state nor a ministry. */
function isLeading(line: HeadLine): boolean {
  const level = levelOf(line.traits);
  return isNaming(line) && level !== LEVEL.state && level !== LEVEL.nation;
}

/** Where a name stands in its block: lines of one column close below one another. */
function addBlock({ line, second }: Candidate, inZone: readonly HeadLine[], add: Add): void {
  const last = second ?? line;
  const column = inZone.filter((one) => one !== line && one !== second && isSameColumn(one, line));
  const above = column.filter(({ box }) => box[1] < line.box[1] - 0.004).at(-1);
  const below = column.find(({ box }) => box[1] > last.box[1] + 0.004);
  const isAboveClose = above !== undefined && line.box[1] - (above.box[1] + above.box[3]) <= BLOCK_GAP;
  const isBelowClose = below !== undefined && below.box[1] - (last.box[1] + last.box[3]) <= BLOCK_GAP;
  add('block-alone', !isAboveClose && !isBelowClose);
  add('block-before-section', isBelowClose && below.traits.beginsAsSection && !below.isContact);
  add('smaller-than-above', isAboveClose && line.size < above.size * 0.92);
  add('nothing-own-above', isAboveClose && above.traits.ownWords.length === 0);
}

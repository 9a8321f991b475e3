import { type HeadLine, isSameColumn } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { LEVEL } from './known-words.ts';
import type { LineTraits } from './line-traits.ts';
import { namesPaper } from './names-paper.ts';

const HEADING_SIZE = 1.1;
/** Lines whose tops differ by less stand beside each other, share of the page. */
export const BESIDE = 0.014;
/** Tops that differ by less are the same, share of the page. */
const SAME_TOP = 0.004;
/** Lines further apart than this, share of the page, are of two stacks. */
const STACK_STEP = 0.05;

/** A known title, or a line with the word of one set apart in larger letters. */
export function isHeading({ isTitle, hasTitleWord, size, traits }: HeadLine): boolean {
  return isTitle || (hasTitleWord && size > HEADING_SIZE && !isBody(traits));
}

/** Names a body: a word of a kind, and neither what stands above bodies nor a part of one. */
export function isBody({ kind, isUmbrella, isSection }: LineTraits): boolean {
  return kind !== null && !isUmbrella && !isSection;
}

/** Whether a line may name somebody: it gives no contact details, names no paper, and is no title and no recipient's. */
export function isNaming({ isContact, isTitle, isRecipient, traits }: HeadLine): boolean {
  return !isContact && !isTitle && !isRecipient && !namesPaper(traits);
}

/** A profession, not the house where several practise it: `Psychologue`, but not `Centre médico-psychologique`. */
export function isProfession({ kind, level }: LineTraits, personalKinds: ReadonlySet<string>): boolean {
  return kind !== null && personalKinds.has(kind) && level !== LEVEL.seat;
}

/** Two to five words, each with a capital where the script has them, no figures. */
export function isPersonName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !/[\p{N}:;@]/u.test(text) &&
    words.every((word) => !/^\p{Ll}{3}/u.test(word))
  );
}

/** The lines above and below a candidate in its column, from the top down. */
export interface Column {
  readonly above: readonly HeadLine[];
  readonly below: readonly HeadLine[];
}

/** The other lines of a candidate's zone that stand in its column. */
export function columnOf({ line, second }: Candidate, lines: readonly HeadLine[]): Column {
  const others = lines.filter(
    (one) => one.zone === line.zone && one !== line && one !== second && isSameColumn(one, line),
  );
  const last = second ?? line;
  return {
    above: others.filter(({ box }) => box[1] < line.box[1] - SAME_TOP),
    below: others.filter(({ box }) => box[1] > last.box[1] + SAME_TOP),
  };
}

/** Those of a column that follow each other closely from the candidate on, nearest first; titles and recipients stand outside. */
export function stackOf(candidate: Candidate, { above, below }: Column): Column {
  const isPart = ({ isTitle, isRecipient }: HeadLine): boolean => !isTitle && !isRecipient;
  return {
    above: contiguous(candidate.line, above.filter(isPart).toReversed()),
    below: contiguous(candidate.second ?? candidate.line, below.filter(isPart)),
  };
}

function contiguous(from: HeadLine, lines: readonly HeadLine[]): HeadLine[] {
  const found: HeadLine[] = [];
  let last = from;
  for (const line of lines) {
    if (Math.abs(line.box[1] - last.box[1]) > STACK_STEP) break;
    found.push(line);
    last = line;
  }
  return found;
}

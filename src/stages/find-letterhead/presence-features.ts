import { type Add, collected, type Features } from './features.ts';
import type { HeadContext } from './head-context.ts';
import { type HeadLine, lineBelow } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { LEVEL } from './known-words.ts';
import { levelOf } from './level-features.ts';
import { BESIDE, columnOf, isBody, isHeading, isNaming } from './line-stacks.ts';

/** The name that came out best, and how well it stands against the others. */
export interface BestName {
  readonly candidate: Candidate;
  readonly features: Features;
  /** Sum of its weighed features. */
  readonly score: number;
  /** 0..1: that it is the issuer's, given a letterhead. */
  readonly share: number;
}

/** What of the best name's features also speaks for or against a letterhead at all. */
const TELLING = [
  'colon',
  'contact-below',
  'echo-own',
  'height',
  'kind-next-below',
  'kind-share',
  'level-2',
  'nearest',
  'umbrella',
  'usual-elsewhere',
];
/** Scores beyond these say no more. */
const SCORES = { lowest: -3, highest: 12, unit: 4 };

/** What speaks for a letterhead: the best name, how well it stands, what the head is otherwise. `type` is the kind of paper, whatever it is called. */
export function presenceFeatures(best: BestName, context: HeadContext, type: string): Features {
  return collected((add) => {
    add('headed', 1);
    add(`type-${type}`, 1);
    add('best-score', Math.min(SCORES.highest, Math.max(SCORES.lowest, best.score)) / SCORES.unit);
    add('best-share', Math.log(best.share));
    for (const name of TELLING) add(`best-${name}`, best.features.get(name) ?? 0);
    addStanding(best.candidate, context, add);
    addHead(context.lines, add);
  });
}

function addStanding(candidate: Candidate, { lines, usualKinds }: HeadContext, add: Add): void {
  const { line, second, traits } = candidate;
  const level = levelOf(traits);
  const { below } = columnOf(candidate, lines);
  const near = lineBelow(second ?? line, lines);
  const inZone = lines.filter(({ zone }) => zone === line.zone);
  const isUsual = traits.kind !== null && usualKinds.has(traits.kind);
  add('best-level-0', level === LEVEL.unknown);
  add('best-level-3', level === LEVEL.region);
  add('best-level-5', level === LEVEL.seat);
  add('best-usual', isUsual);
  add('best-unusual', usualKinds.size > 0 && traits.kind !== null && !isUsual);
  add('best-kind-first', traits.isKindFirst);
  add('best-local-own', traits.isLocal && traits.ownWords.length > 0);
  add(
    'best-kind-close-below',
    traits.kind === null && below.slice(0, 3).some((one) => isBody(one.traits) && isNaming(one)),
  );
  add('best-recipient-next-below', near?.isRecipient === true);
  add('best-section-next-below', near?.traits.isSection === true);
  add('best-title-next-below', near?.isTitle === true);
  add('best-larger-than-below', near !== undefined && line.size > near.size * 1.08);
  add('best-largest', line.size >= 0.97 * Math.max(...inZone.filter((one) => !isHeading(one)).map(({ size }) => size)));
  add(
    'best-below-title',
    line.zone === 'head' && lines.some((one) => isHeading(one) && one.box[1] < line.box[1] - BESIDE),
  );
  add('best-misread', misreading(line));
}

/** How far below sure a line was read, 0 for most. */
function misreading({ words }: HeadLine): number {
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return Math.max(0, 0.8 - confidence) * 3;
}

/** What of the head speaks against a letterhead. */
function addHead(lines: readonly HeadLine[], add: Add): void {
  const head = lines.filter(({ zone }) => zone === 'head');
  const title = head.find(isHeading);
  // What stands beside a title stands in a letterhead as what stands above it does.
  const before =
    title === undefined ? head : head.filter((line) => line !== title && line.box[1] < title.box[1] + BESIDE);
  add('title-first', title !== undefined && before.length === 0);
  add(
    'empty-head',
    before.every(({ isRecipient }) => isRecipient),
  );
}

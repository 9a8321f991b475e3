import type { HeadLine } from './head-lines.ts';
import { BESIDE, type Features, isBody, isHeading } from './issuer-features.ts';

/** What of the best candidate also speaks for or against a letterhead at all. */
const TELLING = new Set(
  'body kind kind-next-below kind-close-below form-before-dash kind-letters quoted title title-word contact recipient first contact-below contact-next-below section-next-below digits colon umbrella far-column misread echo zone-foot zone-side profession-next-below size capitals later below-title street detail one-word many-words'.split(
    ' ',
  ),
);
/** Scores beyond these say no more. */
const SCORES = { lowest: -3, highest: 12, unit: 4 };

/** What speaks for a letterhead: the best candidate, how well it stands, and the reverse of what speaks for nobody's. */
export function presenceFeatures(best: Features, score: number, nobody: Features): Features {
  const found = new Map<string, number>([
    ['best-score', Math.min(SCORES.highest, Math.max(SCORES.lowest, score)) / SCORES.unit],
  ]);
  for (const [name, value] of nobody) found.set(name, -value);
  for (const [name, value] of best) if (TELLING.has(name)) found.set(`best-${name}`, value);
  return found;
}

/** What speaks for nobody's letterhead. `type` is the kind of paper, whatever it is called. */
export function nobodyFeatures(lines: readonly HeadLine[], type: string): Features {
  const head = lines.filter(({ zone }) => zone === 'head');
  const title = head.find(isHeading);
  // What stands beside a title stands in a letterhead as what stands above it does.
  const before =
    title === undefined ? head : head.filter((line) => line !== title && line.box[1] < title.box[1] + BESIDE);
  const own = before.filter(({ isRecipient }) => !isRecipient);
  const found = new Map<string, number>([
    ['nobody', 1],
    [`type-${type}`, 1],
  ]);
  if (title !== undefined) found.set('nobody-title', 1);
  if (title !== undefined && before.length === 0) found.set('nobody-title-first', 1);
  if (own.length === 0) found.set('nobody-empty-head', 1);
  if (!own.some(({ traits }) => isBody(traits))) found.set('nobody-no-body', 1);
  if (!own.some(({ isContact }) => isContact)) found.set('nobody-no-contact', 1);
  if (before[0]?.isRecipient === true) found.set('nobody-recipient-first', 1);
  if (lines.some(({ zone }) => zone === 'side')) found.set('nobody-side', 1);
  return found;
}

import { type HeadLine, isSameColumn } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import type { LineTraits } from './issuer-words.ts';

/** Adds a feature; zero and false are left out. */
export type Add = (name: string, value: number | boolean) => void;

/** Lines further apart than this, share of the page, are of two stacks. */
const STACK_STEP = 0.05;

/** The lines above and below a candidate that stand with it in one stack of names, nearest first. */
interface Stack {
  readonly above: readonly HeadLine[];
  readonly below: readonly HeadLine[];
}

/** What speaks for a candidate in the stack of names a letterhead is: state, ministry, body, part of a body; of two bodies the lower one wrote, where it is no mere office. */
export function addStack(candidate: Candidate, lines: readonly HeadLine[], add: Add): void {
  const { above, below } = stackOf(candidate, lines);
  const { traits } = candidate;
  const over = above.filter(isNamed).map((line) => line.traits);
  const under = below.filter(isNamed).map((line) => line.traits);
  addDepth(traits, { over, under }, add);
  addReach(traits, { over, under }, add);
  add('depth', Math.min(4, above.length) / 4);
}

interface Sides<Item> {
  readonly over: readonly Item[];
  readonly under: readonly Item[];
}

function addDepth(traits: LineTraits, { over, under }: Sides<LineTraits>, add: Add): void {
  const bodiesOver = over.filter(isOffice).length;
  const bodiesUnder = under.filter(isOffice).length;
  add('bodies-over', Math.min(2, bodiesOver) / 2);
  add('bodies-under', Math.min(2, bodiesUnder) / 2);
  add('lowest-body', isOffice(traits) && bodiesUnder === 0 && bodiesOver > 0);
  add('highest-body', isOffice(traits) && bodiesOver === 0 && bodiesUnder > 0);
  add('only-body', isOffice(traits) && bodiesOver === 0 && bodiesUnder === 0);
  add('same-kind-over', traits.kind !== null && over.some(({ kind }) => kind === traits.kind));
  add('same-kind-under', traits.kind !== null && under.some(({ kind }) => kind === traits.kind));
  add('umbrella-with-nothing-over', traits.isUmbrella && over.length === 0);
  add('begins-as-section', traits.beginsAsSection);
  add(
    'begins-as-section-under-body',
    traits.beginsAsSection && over.some((one) => isOffice(one) && !one.beginsAsSection),
  );
  add(
    'body-over-sections',
    isOffice(traits) && under.length > 0 && under.every(({ beginsAsSection }) => beginsAsSection),
  );
}

function addReach(traits: LineTraits, { over, under }: Sides<LineTraits>, add: Add): void {
  add('wide-over', !isWide(traits) && over.some(isWide));
  add('place-under', !isOfPlace(traits) && under.some((one) => isOfPlace(one) && isOffice(one)));
  add('wide-with-place-under', isWide(traits) && under.some(isOfPlace));
  add('place-with-wide-over', isOfPlace(traits) && over.some(isWide));
  add(
    'place-over',
    over.some((one) => isOfPlace(one) && isOffice(one)),
  );
}

function isNamed({ traits, isContact, isTitle, isRecipient }: HeadLine): boolean {
  return (traits.kind !== null || traits.isUmbrella || traits.isSection) && !isContact && !isTitle && !isRecipient;
}

function isOffice(traits: LineTraits): boolean {
  return traits.kind !== null && !traits.isUmbrella && !traits.isSection;
}

function isWide(traits: LineTraits): boolean {
  return traits.isUmbrella || (traits.isWide && !traits.isLocal);
}

function isOfPlace(traits: LineTraits): boolean {
  return traits.isLocal && !traits.isWide;
}

function stackOf({ line, second }: Candidate, lines: readonly HeadLine[]): Stack {
  const block = lines.filter(
    (one) =>
      one.zone === line.zone &&
      one !== line &&
      one !== second &&
      isSameColumn(one, line) &&
      !one.isTitle &&
      !one.isRecipient,
  );
  const last = second ?? line;
  const above = block.filter(({ box }) => box[1] < line.box[1] - 0.004).reverse();
  const below = block.filter(({ box }) => box[1] > last.box[1] + 0.004);
  return { above: contiguous(line, above), below: contiguous(last, below) };
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

import type { Add } from './features.ts';
import type { HeadContext } from './head-context.ts';
import type { HeadLine } from './head-lines.ts';
import { lineBelow } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { columnOf, isBody, isNaming, isPersonName, isProfession, stackOf } from './line-stacks.ts';
import type { LineTraits } from './line-traits.ts';

/** What stands around a name: its profession, its address, other bodies. */
export function addNeighbours(candidate: Candidate, context: HeadContext, add: Add): void {
  const { line, second, text, traits } = candidate;
  const { lines, personalKinds, usualKinds } = context;
  const column = columnOf(candidate, lines);
  const near = lineBelow(second ?? line, lines);
  const isUsual = (kind: string | null | undefined): boolean => typeof kind === 'string' && usualKinds.has(kind);
  const isNameless = traits.kind === null;
  add('kind-next-below', isNameless && near !== undefined && isNamingBody(near));
  add('usual-next-below', isNameless && isUsual(near?.traits.kind));
  add(
    'profession-next-below',
    isNameless && near !== undefined && isProfession(near.traits, personalKinds) && isPersonName(text),
  );
  add('name-next-above', isProfession(traits, personalKinds) && isPersonName(column.above.at(-1)?.text ?? ''));
  add(
    'contact-below',
    column.below.slice(0, 4).some(({ isContact }) => isContact),
  );
  add('umbrella-with-body-below', traits.isUmbrella && column.below.some(isNamingBody));
  add('usual-elsewhere', usualKinds.size > 0 && !isUsual(traits.kind) && hasUsual(candidate, lines, isUsual));
  const stack = stackOf(candidate, column);
  addStack(candidate, stack, add);
  addPeople(candidate, stack, personalKinds, add);
}

function isNamingBody(line: HeadLine): boolean {
  return isBody(line.traits) && isNaming(line);
}

function hasUsual(
  { line, second }: Candidate,
  lines: readonly HeadLine[],
  isUsual: (kind: string | null) => boolean,
): boolean {
  return lines.some(
    (one) => one !== line && one !== second && one.zone !== 'foot' && isNaming(one) && isUsual(one.traits.kind),
  );
}

/** What the stack of names says: of two bodies of a kind, of a part under its body, of a body of a place under one of a country. */
function addStack({ traits }: Candidate, stack: ReturnType<typeof stackOf>, add: Add): void {
  const over = stack.above.filter(isNamed).map((line) => line.traits);
  const under = stack.below.filter(isNamed).map((line) => line.traits);
  add('only-body', isBody(traits) && !over.some(isBody) && !under.some(isBody));
  add('same-kind-under', traits.kind !== null && under.some(({ kind }) => kind === traits.kind));
  add(
    'begins-as-section-under-body',
    traits.beginsAsSection && over.some((one) => isBody(one) && !one.beginsAsSection),
  );
  add('place-with-wide-over', traits.isLocal && !traits.isWide && over.some(isWide));
}

/** A person stands above the house they work in as often as alone: which of both signs for the paper. */
function addPeople(
  { traits, text }: Candidate,
  { above, below }: ReturnType<typeof stackOf>,
  personalKinds: ReadonlySet<string>,
  add: Add,
): void {
  const isHouse = (one: LineTraits): boolean =>
    isBody(one) && !isProfession(one, personalKinds) && one.ownWords.length > 0;
  const isPerson = (line: HeadLine): boolean => isProfession(line.traits, personalKinds);
  const isOfPerson = isProfession(traits, personalKinds) || (traits.kind === null && isPersonName(text));
  add('person-over-house', isOfPerson && below.some((line) => isNaming(line) && isHouse(line.traits)));
  add('house-under-person', isHouse(traits) && above.some(isPerson));
  add('house-over-person', isHouse(traits) && below.some(isPerson));
}

function isNamed(line: HeadLine): boolean {
  const { kind, isUmbrella, isSection } = line.traits;
  return (kind !== null || isUmbrella || isSection) && isNaming(line);
}

function isWide(traits: LineTraits): boolean {
  return traits.isUmbrella || (traits.isWide && !traits.isLocal);
}

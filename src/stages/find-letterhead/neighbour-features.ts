import type { Add } from './features.ts';
import type { HeadContext } from './head-context.ts';
import type { HeadLine } from './head-lines.ts';
import { lineBelow } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { columnOf, isBody, isNaming, isPersonName, stackOf } from './line-stacks.ts';
import type { LineTraits } from './line-traits.ts';

/** What stands around a name: its profession, its address, other bodies. */
export function addNeighbours(candidate: Candidate, context: HeadContext, add: Add): void {
  const { line, second, text, traits } = candidate;
  const { lines, personalKinds, usualKinds } = context;
  const column = columnOf(candidate, lines);
  const near = lineBelow(second ?? line, lines);
  const isPersonal = (kind: string | null | undefined): boolean => typeof kind === 'string' && personalKinds.has(kind);
  const isUsual = (kind: string | null | undefined): boolean => typeof kind === 'string' && usualKinds.has(kind);
  const isNameless = traits.kind === null;
  add('kind-next-below', isNameless && near !== undefined && isNamingBody(near));
  add('usual-next-below', isNameless && isUsual(near?.traits.kind));
  add('profession-next-below', isNameless && isPersonal(near?.traits.kind) && isPersonName(text));
  add('name-next-above', isPersonal(traits.kind) && isPersonName(column.above.at(-1)?.text ?? ''));
  add(
    'contact-below',
    column.below.slice(0, 4).some(({ isContact }) => isContact),
  );
  add('umbrella-with-body-below', traits.isUmbrella && column.below.some(isNamingBody));
  add('usual-elsewhere', usualKinds.size > 0 && !isUsual(traits.kind) && hasUsual(candidate, lines, isUsual));
  addStack(candidate, stackOf(candidate, column), add);
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

function isNamed(line: HeadLine): boolean {
  const { kind, isUmbrella, isSection } = line.traits;
  return (kind !== null || isUmbrella || isSection) && isNaming(line);
}

function isWide(traits: LineTraits): boolean {
  return traits.isUmbrella || (traits.isWide && !traits.isLocal);
}

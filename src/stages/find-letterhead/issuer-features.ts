import { foldWords } from '#text/fold-words.ts';
import { type HeadLine, isSameColumn, lineBelow } from './head-lines.ts';
import type { Candidate } from './issuer-candidates.ts';
import { addJoin, addScript, addShape } from './shape-features.ts';
import { type Add, addStack } from './stack-features.ts';

/** Names and values of what speaks for or against a candidate; the weights of the pipeline go by these names. */
export type Features = ReadonlyMap<string, number>;

/** What the features look at besides the candidate. */
export interface HeadContext {
  readonly lines: readonly HeadLine[];
  /** Folded words of the rest of the document: the same name in a signature or a foot is a vote. */
  readonly elsewhere: ReadonlySet<string>;
  readonly isRightToLeft: boolean;
  /** Whether the page is written in Latin letters for the most part. */
  readonly isLatin: boolean;
  /** Kinds of issuer that are a person: a name stands above the profession. */
  readonly personalKinds: ReadonlySet<string>;
}

/** What speaks for or against a candidate being the issuer. */
export function candidateFeatures(candidate: Candidate, context: HeadContext): Features {
  const found = new Map<string, number>();
  const add = (name: string, value: number | boolean): void => {
    const amount = Number(value);
    if (amount !== 0) found.set(name, amount);
  };
  addTraits(candidate, context.personalKinds, add);
  addShape(candidate, add);
  addJoin(candidate, add);
  addPlace(candidate, context, add);
  addNeighbours(candidate, context, add);
  addStack(candidate, context.lines, add);
  addScript(candidate.text, context.isLatin, add);
  return found;
}

const HEADING_SIZE = 1.1;
/** Lines whose tops differ by less stand beside each other, share of the page. */
export const BESIDE = 0.014;

/** A known title, or a line with the word of one set apart in larger letters. */
export function isHeading({ isTitle, hasTitleWord, size, traits }: HeadLine): boolean {
  return isTitle || (hasTitleWord && size > HEADING_SIZE && !isBody(traits));
}

/** Names a body: a word of a kind, and neither what stands above bodies nor a part of one. */
export function isBody({ kind, isUmbrella, isSection }: HeadLine['traits']): boolean {
  return kind !== null && !isUmbrella && !isSection;
}

function addTraits({ traits, line, isContact }: Candidate, personal: ReadonlySet<string>, add: Add): void {
  const { kind, isUmbrella, isSection } = traits;
  add('body', isBody(traits));
  add('kind', kind !== null);
  add('kind-letters', Math.min(traits.kindLetters, 24) / 12);
  add('kind-first', traits.isKindFirst);
  add('kind-last', traits.isKindLast);
  add('umbrella', isUmbrella);
  add('umbrella-of-kind', isUmbrella && kind !== null);
  add('section', isSection);
  add('section-of-kind', isSection && kind !== null);
  add('supporter', traits.isSupporter);
  add('street', traits.hasStreet && kind === null);
  add('street-of-kind', traits.hasStreet && kind !== null);
  add('street-first', traits.isStreetFirst);
  add('detail', traits.isDetail);
  add('contact', isContact);
  add('personal-kind', kind !== null && personal.has(kind));
  add('recipient', line.isRecipient);
  add('recipient-of-kind', line.isRecipient && kind !== null);
  add('title', line.isTitle);
  add('title-word', line.hasTitleWord);
  add('title-word-of-kind', line.hasTitleWord && kind !== null);
}

const CENTRED = 0.06;
const RIGHT_COLUMN = 0.46;

function addPlace({ line }: Candidate, { lines, isRightToLeft }: HeadContext, add: Add): void {
  const inZone = lines.filter(({ zone }) => zone === line.zone);
  const at = inZone.indexOf(line);
  const start = isRightToLeft ? 1 - (line.box[0] + line.box[2]) : line.box[0];
  const middle = line.box[0] + line.box[2] / 2;
  add(`zone-${line.zone}`, true);
  add('first', at === 0 && line.zone !== 'foot');
  add('second', at === 1 && line.zone !== 'foot');
  add('third', at === 2 && line.zone !== 'foot');
  add('later', line.zone === 'foot' ? 0 : Math.max(0, Math.min(8, at - 2)) / 4);
  add('far-column', start > RIGHT_COLUMN);
  add('centred', Math.abs(middle - 0.5) < CENTRED && start > 0.15);
  add('height', Math.min(0.4, line.box[1]) * (line.zone === 'head' ? 3 : 0));
  add('size', Math.max(-0.5, Math.min(1, line.size - 1)));
  const largest = Math.max(...inZone.filter((one) => !isHeading(one)).map(({ size }) => size));
  add('largest', line.size >= largest * 0.97);
  add('below-title', line.zone === 'head' && lines.some((one) => isHeading(one) && one.box[1] < line.box[1] - BESIDE));
}

function addNeighbours(candidate: Candidate, { lines, elsewhere, personalKinds }: HeadContext, add: Add): void {
  const { line, second } = candidate;
  const isPersonal = (kind: string | null): boolean => kind !== null && personalKinds.has(kind);
  const block = lines.filter(
    (one) => one.zone === line.zone && one !== line && one !== second && isSameColumn(one, line),
  );
  const above = block.filter(({ box }) => box[1] < line.box[1] - 0.004);
  const below = block.filter(({ box }) => box[1] > line.box[1] + 0.004);
  const isOurs = (one: HeadLine): boolean => isBody(one.traits) && !one.isContact && !one.isRecipient && !one.isTitle;
  const near = lineBelow(second ?? line, lines);
  add('body-above', above.some(isOurs));
  add(
    'body-below',
    below.some((one) => isOurs(one) && one.box[1] - line.box[1] < 0.1),
  );
  add(
    'umbrella-above',
    above.some(({ traits }) => traits.isUmbrella),
  );
  add('umbrella-next-above', above.at(-1)?.traits.isUmbrella === true);
  add('section-next-below', near?.traits.isSection === true);
  add('body-next-below', near !== undefined && isOurs(near));
  add('umbrella-with-body-below', candidate.traits.isUmbrella && below.some(isOurs));
  add('section-with-body-above', candidate.traits.isSection && above.some(isOurs));
  add(
    'profession-next-below',
    candidate.traits.kind === null && isPersonal(near?.traits.kind ?? null) && isPersonName(candidate.text),
  );
  add(
    'name-next-above',
    isPersonal(candidate.traits.kind) && above.at(-1) !== undefined && isPersonName(above.at(-1)?.text ?? ''),
  );
  add('kind-next-below', candidate.traits.kind === null && near !== undefined && isOurs(near));
  add('kind-close-below', candidate.traits.kind === null && below.slice(0, 3).some(isOurs));
  add('contact-next-below', near?.isContact === true);
  add(
    'contact-below',
    below.slice(0, 4).some(({ isContact }) => isContact),
  );
  add(
    'contact-above',
    above.some(({ isContact }) => isContact),
  );
  add('title-next-below', near?.isTitle === true);
  const words = foldWords(candidate.text).filter((word) => word.length >= 4);
  const echoed = words.filter((word) => elsewhere.has(word)).length;
  add('echo', words.length === 0 ? 0 : echoed / words.length);
}

/** Two to five words, each with a capital where the script has them, no figures. */
function isPersonName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !/[\p{N}:;@]/u.test(text) &&
    words.every((word) => !/^\p{Ll}{3}/u.test(word))
  );
}

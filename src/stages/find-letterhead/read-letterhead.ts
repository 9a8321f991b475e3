import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';
import type { Letterhead } from '#domain/findings.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { findEmail, findIdentifiers, findPhone, isAddressLine } from '#text/identifiers/find-identifiers.ts';
import { lineText } from '#text/line-text.ts';
import { chooseIssuer } from './choose-issuer.ts';
import { type HeadLine, headLines } from './head-lines.ts';
import { issuerWords } from './issuer-words.ts';

export interface LetterheadRules {
  readonly issuerCues: readonly IssuerCues[];
  readonly cues: readonly LanguageCues[];
}

const NONE: Letterhead = {
  present: false,
  issuer: null,
  kind: null,
  address: null,
  phone: null,
  email: null,
  identifiers: {},
  page: null,
  box: null,
  confidence: 0.75,
};

/** Foot lines carry the legal details of an issuer named in the head. */
const FOOT_BEGINS = 0.88;

/** Whether a document stands on headed paper, and whose, from its first page. */
export function readLetterhead(pages: readonly DocumentPage[], rules: LetterheadRules): Letterhead {
  const page = pages.find(({ state }) => state === 'read');
  if (page === undefined) return { ...NONE, confidence: 0.5 };
  const titles = titleSet(rules.cues);
  const head = headLines(page, (folded) => titles.has(folded) || titles.has(withoutNumber(folded)));
  const issuer = chooseIssuer(head, issuerWords(rules.issuerCues));
  if (issuer === undefined || (issuer.kind === null && !hasDetails(head) && issuer.confidence < 0.65)) return NONE;
  const near = head.filter(({ line }) => Math.abs(line.box[1] - issuer.head.line.box[1]) < 0.14);
  const foot = page.lines.filter(({ box }) => box[1] > FOOT_BEGINS).map(lineText);
  const details = [...near.map(({ text }) => text), ...foot].join('\n');
  const boxes = near
    .filter(({ line }) => line.box[0] < 0.5 === issuer.head.line.box[0] < 0.5)
    .map(({ line }) => line.box);
  return {
    present: true,
    issuer: issuer.head.text,
    kind: issuer.kind,
    address: near.find(({ text }) => isAddressLine(text))?.text ?? null,
    phone: findPhone(details),
    email: findEmail(details),
    identifiers: findIdentifiers(`${details}\n${head.map(({ text }) => text).join('\n')}`),
    page: page.page,
    box: unionOfBoxes([issuer.head.line.box, ...boxes]) ?? null,
    confidence: issuer.confidence,
  };
}

/** Contact details or numbers make a plain name at the head a letterhead. */
function hasDetails(head: readonly HeadLine[]): boolean {
  const text = head.map((line) => line.text).join('\n');
  return (
    findPhone(text) !== null ||
    findEmail(text) !== null ||
    head.some((line) => isAddressLine(line.text)) ||
    Object.keys(findIdentifiers(text)).length > 0
  );
}

const titleSets = new WeakMap<readonly LanguageCues[], ReadonlySet<string>>();

/** Every title of every type in every language, folded. */
function titleSet(cues: readonly LanguageCues[]): ReadonlySet<string> {
  const known = titleSets.get(cues);
  if (known !== undefined) return known;
  const titles = new Set(
    cues.flatMap((language) => Object.values(language.types).flatMap((type) => type.titles.map(foldText))),
  );
  titleSets.set(cues, titles);
  return titles;
}

/** A title often goes on with a number, a date or a month. */
function withoutNumber(folded: string): string {
  return folded.replace(/\s*(?:n[°ºo]\.?|[-–:]|\d).*$/u, '').trim();
}

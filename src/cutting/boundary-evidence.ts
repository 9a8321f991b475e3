import type { BoundaryEvidence } from '#definitions/cutting.schema.ts';
import { numberingEvidence, repeatsHead } from './read-numbering.ts';
import type { PageSummary } from './summarise-page.ts';

/** A document as far as it has come: its pages that are not blank, at least one, and how many blank ones stand where. */
export interface DocumentSoFar {
  readonly pages: readonly PageSummary[];
  /** Blank pages since the last page that was not. */
  readonly blankSince: number;
  /** Blank pages between earlier pages: backs of sheets printed on one side. */
  readonly blankInside: number;
}

type Strengths = readonly (readonly [BoundaryEvidence, number])[];

/** Two papers made by the same form share at least this much of the words in their upper part. */
const FORM_LIKENESS = 0.4;
const FORM_WORDS = 8;

/** Everything that speaks for or against a new document beginning on `page`, each 0..1. Only what is seen is listed. */
export function boundaryEvidence(before: DocumentSoFar, page: PageSummary): ReadonlyMap<BoundaryEvidence, number> {
  const previous = before.pages.at(-1);
  if (previous === undefined) return new Map();
  const seen: Strengths = [
    ...headEvidence(before.pages, page),
    ...numberingEvidence(before.pages, page),
    ...sentenceEvidence(previous, page),
    ...endEvidence(before, previous),
    ...changeEvidence(previous, page),
    ...likenessEvidence(before.pages, page),
  ];
  return new Map(seen.filter(([, strength]) => strength > 0).map(([name, strength]) => [name, Math.min(1, strength)]));
}

function headEvidence(before: readonly PageSummary[], page: PageSummary): Strengths {
  const { title, head, trust } = page;
  const isNewDate = [...head.dates].some((date) => before.every((one) => !one.head.dates.has(date)));
  return [
    ['title', title.known * trust],
    ['heading', title.looks * trust],
    ['sender', head.sender * trust],
    ['head-wording', head.wording * trust],
    ['short-head', head.shortLines * trust],
    ['text-at-top', Number(head.isText && title.known < 0.3)],
    ['opening', head.opening * trust],
    ['date-at-head', Number(isNewDate) * trust],
    ['inner-heading', Number(head.isInner)],
    ['section-goes-on', Number(sectionGoesOn(before, page))],
    ['machine-readable-zone', Number(page.hasMachineZone)],
  ];
}

/** "Article 4" after "Article 3". */
function sectionGoesOn(before: readonly PageSummary[], { sections }: PageSummary): boolean {
  const last = before.findLast((one) => one.sections !== undefined)?.sections?.last;
  return sections !== undefined && last !== undefined && (sections.first === last + 1 || sections.first === last + 2);
}

function sentenceEvidence({ end }: PageSummary, { head }: PageSummary): Strengths {
  return [
    ['says-continued', Number(head.saysContinued)],
    ['continued-sentence', continuedStrength(end.isOpen, head.isContinued)],
    ['sentence-ended', Number(!end.isOpen && !head.isContinued)],
  ];
}

function continuedStrength(isOpen: boolean, isContinued: boolean): number {
  return isContinued ? 0.5 + 0.5 * Number(isOpen) : 0;
}

function endEvidence({ blankSince, blankInside }: DocumentSoFar, { end }: PageSummary): Strengths {
  return [
    ['closing-before', Number(end.closing)],
    ['ink-before', Number(end.hasInk)],
    ['room-before', end.room],
    // Where every sheet has a blank back, one more says nothing.
    ['blank-between', Number(blankSince > 0 && blankInside === 0)],
  ];
}

function changeEvidence(previous: PageSummary, page: PageSummary): Strengths {
  return [
    ['language-change', languageChange(previous, page)],
    ['size-change', Number(Math.abs(page.shape - previous.shape) > 0.05)],
    ['look-change', lookChange(previous, page)],
    ['picture-change', Number(page.isPicture !== previous.isPicture)],
    ['nothing-read', Number(page.isUnread)],
  ];
}

function likenessEvidence(before: readonly PageSummary[], page: PageSummary): Strengths {
  const form = formLikeness(before[0], page);
  const rest = 1 - form;
  return [
    ['same-form', form],
    ['same-reference', Number(sharesReference(before, page)) * rest],
    ['same-head', Number(repeatsHead(before, page)) * rest],
    ['same-foot', Number(page.end.foot !== '' && before.some((one) => one.end.foot === page.end.foot)) * rest],
  ];
}

/** How much a page is the first page of the document over again: a second pay slip, not a running head. */
function formLikeness(first: PageSummary | undefined, page: PageSummary): number {
  const [a, b] = [first?.head.words ?? new Set<string>(), page.head.words];
  if (a.size < FORM_WORDS || b.size < FORM_WORDS) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  const share = (2 * shared) / (a.size + b.size);
  return Math.max(0, (share - FORM_LIKENESS) / (1 - FORM_LIKENESS));
}

function languageChange(previous: PageSummary, page: PageSummary): number {
  const sure = Math.min(previous.languageConfidence, page.languageConfidence, previous.trust, page.trust);
  if (previous.script !== '' && page.script !== '' && previous.script !== page.script) return sure;
  if (previous.language === 'und' || page.language === 'und') return 0;
  return previous.language === page.language ? 0 : 0.8 * sure;
}

function lookChange(previous: PageSummary, page: PageSummary): number {
  if (previous.source !== page.source && previous.source !== 'none' && page.source !== 'none') return 1;
  if (previous.lineHeight === 0 || page.lineHeight === 0) return 0;
  const ratio = Math.max(previous.lineHeight, page.lineHeight) / Math.min(previous.lineHeight, page.lineHeight);
  return Math.max(0, Math.min(1, (ratio - 1.15) * 2));
}

function sharesReference(before: readonly PageSummary[], page: PageSummary): boolean {
  return before.some((one) => [...page.references].some((reference) => one.references.has(reference)));
}

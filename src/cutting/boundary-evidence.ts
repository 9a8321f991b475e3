import type { BoundaryEvidence } from '#definitions/cutting.schema.ts';
import type { PageSummary } from './summarise-page.ts';

/** Numbering says so, whatever else the page looks like. */
export type Numbering = 'goes-on' | 'restarts' | 'silent';

/** What page numbers say of a page that follows the pages of a document; blank pages are left out of both. */
export function readNumbering(before: readonly PageSummary[], page: PageSummary): Numbering {
  const numbered = before.filter((one) => one.number !== undefined);
  const last = numbered.at(-1)?.number;
  const { number } = page;
  if (number === undefined) return 'silent';
  if (number.number === 1) return number.total === undefined && last === undefined ? 'silent' : 'restarts';
  if (last === undefined) return number.number === before.length + 1 ? 'goes-on' : 'silent';
  const sameTotal = last.total === undefined || number.total === undefined || last.total === number.total;
  // A page whose number could not be read may lie between.
  const expected = last.number + 1 + before.slice(before.lastIndexOf(numbered.at(-1) ?? page) + 1).length;
  if (sameTotal && (number.number === expected || number.number === last.number + 1)) return 'goes-on';
  return sameTotal && number.number > last.number ? 'silent' : 'restarts';
}

/** Everything that speaks for or against a new document beginning on `page`, each 0..1. Only what is seen is listed. */
export function boundaryEvidence(
  before: readonly PageSummary[],
  page: PageSummary,
): ReadonlyMap<BoundaryEvidence, number> {
  const previous = before.at(-1);
  if (previous === undefined) return new Map();
  const seen: readonly (readonly [BoundaryEvidence, number])[] = [
    ['title', page.title],
    ['head', page.head],
    ...numberEvidence(before, page),
    ...sentenceEvidence(previous, page),
    ['end-before', previous.ending],
    ['language-change', languageChange(previous, page)],
    ['size-change', Number(Math.abs(page.shape - previous.shape) > 0.05)],
    ['look-change', lookChange(previous, page)],
    ['machine-readable-zone', Number(page.hasMachineZone)],
    ['same-reference', Number(sharesReference(before, page))],
    ['same-head', Number(page.firstLine.length > 6 && before.some((one) => one.firstLine === page.firstLine))],
    ['picture-change', Number(page.isPicture !== previous.isPicture)],
  ];
  return new Map(seen.filter(([, strength]) => strength > 0).map(([name, strength]) => [name, Math.min(1, strength)]));
}

function numberEvidence(before: readonly PageSummary[], page: PageSummary): [BoundaryEvidence, number][] {
  const { number } = page;
  const unfinished: [BoundaryEvidence, number] = ['numbering-unfinished', Number(isUnfinished(before))];
  if (number === undefined) return [unfinished];
  if (number.number > 1) return [unfinished, ['next-of-numbered', 1]];
  // "1" alone may be anything; "1/3" is a beginning.
  return [unfinished, ['first-of-numbered', number.total === undefined ? 0.5 : 1]];
}

function sentenceEvidence(previous: PageSummary, page: PageSummary): [BoundaryEvidence, number][] {
  if (!page.isContinued) return previous.isOpen ? [] : [['sentence-ended', 1]];
  return [['continued-sentence', previous.isOpen ? 1 : 0.5]];
}

/** "1/3" was announced and page three has not come. */
function isUnfinished(before: readonly PageSummary[]): boolean {
  const last = before.filter((one) => one.number?.total !== undefined).at(-1)?.number;
  return last?.total !== undefined && before.length < last.total && last.number < last.total;
}

function languageChange(previous: PageSummary, page: PageSummary): number {
  if (previous.script !== '' && page.script !== '' && previous.script !== page.script) return 1;
  if (previous.language === 'und' || page.language === 'und') return 0;
  return previous.language === page.language ? 0 : 0.8;
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

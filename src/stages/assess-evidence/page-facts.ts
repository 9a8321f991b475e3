import type { Flags } from '#definitions/flags.schema.ts';
import type { DocumentTraits, PageOutline } from '#domain/document-outline.ts';
import type { FactValue } from './facts.ts';

/** Facts about the pages as objects: how many, how well read, what ink is on them, which are missing. */
export function pageFacts(
  pages: readonly PageOutline[],
  { announcedPages }: DocumentTraits,
  { thresholds }: Flags,
): [string, FactValue][] {
  const read = pages.filter((page) => page.state === 'read');
  const confidences = read.map((page) => page.confidence);
  return [
    ['pages.count', pages.length],
    ['pages.failed', pages.filter((page) => page.state === 'failed').length],
    ['pages.read', read.length],
    ['pages.missing', Math.max(0, announcedPages - pages.length)],
    ['ocr.confidence', confidences.length === 0 ? null : Math.min(...confidences)],
    ['quality.problems', [...new Set(pages.flatMap((page) => page.problems))]],
    ['marks.signature', markFact(pages, 'signature', thresholds)],
    ['marks.stamp', markFact(pages, 'stamp', thresholds)],
  ];
}

function markFact(
  pages: readonly PageOutline[],
  kind: PageOutline['marks'][number]['kind'],
  limits: Flags['thresholds'],
): FactValue {
  const found = pages.flatMap((page) => page.marks.filter((mark) => mark.kind === kind));
  const best = Math.max(0, ...found.map(({ confidence }) => confidence));
  if (best >= limits.mark) return true;
  const isUnseen = pages.some((page) => page.state === 'failed' || page.areMarksUnknown === true);
  return best >= limits.markDoubt || isUnseen ? undefined : false;
}

/** Whether the wording shows each trait. No hit in a language that a trait has no words for can't be told (undefined). */
export function textFacts(
  { shown, letters }: DocumentTraits,
  traits: Flags['traits'],
  language: string | undefined,
): [string, FactValue][] {
  const isKnown = (name: string): boolean => language !== undefined && traits[name]?.words[language] !== undefined;
  const unseen = (name: string): FactValue => (isKnown(name) ? false : undefined);
  return [
    ...Object.keys(traits).map((name): [string, FactValue] => [
      `text.${name}`,
      shown.includes(name) ? true : unseen(name),
    ]),
    ['text.letters', letters],
  ];
}

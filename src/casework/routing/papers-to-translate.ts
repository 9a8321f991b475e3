import type { Routing } from '#definitions/routing.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { clearLanguage } from './route-paper.ts';

/** What a case says of its papers beside each other. */
export interface PapersTogether {
  readonly papers: readonly CasePaper[];
  /** Keys of those whose translation is in the file. */
  readonly translated: ReadonlySet<string>;
  /** Keys of those of which a better copy is in the file. */
  readonly worseCopies: ReadonlySet<string>;
}

const LETTER = /\p{L}/gu;

/** Foreign papers without a translation, and those in no clear language, each once: of copies the best. Papers that nobody could read are left out. */
export function papersToTranslate(
  { papers, translated, worseCopies }: PapersTogether,
  routing: Pick<Routing, 'flags' | 'unclear' | 'into'>,
): CasePaper[] {
  const isWanted = ({ record, text }: CasePaper): boolean =>
    bearsForeignFlag(record, routing) ||
    (isUnclear(record, routing) && (text.match(LETTER)?.length ?? 0) >= routing.unclear.leastLetters);
  return papers.filter(
    (paper) =>
      paper.copyOf === null &&
      !worseCopies.has(paper.key) &&
      !translated.has(paper.key) &&
      paper.record.status !== 'failed' &&
      isWanted(paper),
  );
}

export function bearsForeignFlag(
  { flags }: Pick<CasePaper['record'], 'flags'>,
  routing: Pick<Routing, 'flags'>,
): boolean {
  return flags.some(({ code }) => routing.flags.includes(code));
}

/** In no clear language, none of it in the one that is translated into, and not sure enough to say so. */
export function isUnclear(
  record: Pick<CasePaper['record'], 'flags' | 'languages'>,
  routing: Pick<Routing, 'unclear' | 'into'>,
): boolean {
  return (
    clearLanguage(record, routing) === null &&
    !record.languages.some(({ code }) => code === routing.into) &&
    record.flags.some(({ code }) => routing.unclear.flags.includes(code))
  );
}

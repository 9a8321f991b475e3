import type { Routing } from '#definitions/routing.schema.ts';
import type { CasePaper } from '#domain/case-paper.ts';

/** What a case says of its papers beside each other. */
export interface PapersTogether {
  readonly papers: readonly CasePaper[];
  /** Keys of those whose translation is in the file. */
  readonly translated: ReadonlySet<string>;
  /** Keys of those of which a better copy is in the file. */
  readonly worseCopies: ReadonlySet<string>;
}

/** Foreign papers without a translation, each once: of copies the best. Papers that nobody could read are for a person's eye first. */
export function papersToTranslate(
  { papers, translated, worseCopies }: PapersTogether,
  { flags }: Pick<Routing, 'flags'>,
): CasePaper[] {
  return papers.filter(
    ({ key, copyOf, record }) =>
      copyOf === null &&
      !worseCopies.has(key) &&
      !translated.has(key) &&
      record.status !== 'failed' &&
      record.flags.some(({ code }) => flags.includes(code)),
  );
}

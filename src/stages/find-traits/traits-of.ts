import type { Flags } from '#definitions/flags.schema.ts';
import type { DocumentTraits } from '#domain/document-outline.ts';
import type { DocumentPages } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { documentText } from '#text/line-text.ts';
import { announcedPages } from './announced-pages.ts';
import { hasTrait } from './has-trait.ts';

/** What the wording of a document shows, whatever its language. */
export function traitsOf(
  document: DocumentPages,
  { traits, pageNumbers }: Pick<Flags, 'traits' | 'pageNumbers'>,
): DocumentTraits {
  const text = foldText(documentText(document));
  return {
    shown: Object.entries(traits).flatMap(([name, trait]) => (hasTrait(text, trait) ? [name] : [])),
    letters: text.replace(/[^\p{L}]/gu, '').length,
    announcedPages: announcedPages(document.pages, pageNumbers),
  };
}

import type { DocumentOutline, PageOutline } from '#domain/document-outline.ts';
import type { DocumentPage } from '#domain/page-reading.ts';

/** The pages without their words. */
export function outlineOf(pages: readonly DocumentPage[]): DocumentOutline {
  return { pages: pages.map(pageOutline) };
}

function pageOutline(page: DocumentPage): PageOutline {
  const marks = page.marks.flatMap(({ kind, box, confidence }) =>
    kind === 'signature' || kind === 'stamp' ? [{ kind, box, confidence }] : [],
  );
  return {
    page: page.page,
    state: page.state,
    source: page.source,
    engine: page.engine,
    model: page.model,
    turned: page.geometry.turned,
    confidence: page.confidence,
    languages: page.languages,
    isCutShort: page.isCutShort,
    failure: page.failure,
    problems: page.quality?.problems ?? [],
    marks,
    ...(page.areMarksUnknown === true && { areMarksUnknown: true }),
  };
}

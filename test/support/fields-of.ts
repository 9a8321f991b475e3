import type { Pipeline } from '#definitions/pipeline.ts';
import type { Field } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { extract } from '#stages/extract-fields/extract.ts';
import { findDocumentDates } from '#stages/find-dates/find-document-dates.ts';
import { NO_LETTERHEAD } from '#stages/find-letterhead/read-letterhead.ts';
import { pagesFromText } from './pages-from-text.ts';

export interface PaperOptions {
  readonly language?: string;
  readonly marks?: DocumentPage['marks'];
  /** Of every word. */
  readonly confidence?: number;
}

/** The fields of a typed paper of the type, its dates found as they are on real ones. */
export function fieldsOf(
  pipeline: Pipeline,
  type: string,
  text: string,
  { language = 'fr', marks = [], confidence = 0.95 }: PaperOptions = {},
): Record<string, Field> {
  const languages = [{ code: language, script: 'Latn', share: 1, confidence: 0.9 }];
  const pages = pagesFromText(text, { marks, languages }).map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, confidence })) })),
  }));
  const asOf = '2026-11-23';
  const own = pipeline.documentTypes[type]?.fields ?? {};
  return extract(
    {
      'document-pages': { pages },
      'run-facts': { asOf, duplicateOf: null },
      'detect-language': { languages },
      'find-dates': findDocumentDates(pages, asOf, { cues: pipeline.dateCues, issueDate: pipeline.issueDate }),
      'find-letterhead': {
        ...NO_LETTERHEAD,
        confidence: 0.9,
      },
    },
    { ...own, ...pipeline.commonFields.fields, ...own },
    { labels: pipeline.fieldLabels, codes: pipeline.codes, titles: pipeline.commonFields.titles },
  );
}

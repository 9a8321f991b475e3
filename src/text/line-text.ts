import type { DocumentPage, Line } from '#domain/page-reading.ts';

/** The words of a line, one space apart, in logical order. */
export function lineText(line: Line): string {
  return line.words.map((word) => word.text).join(' ');
}

/** The whole text of a document, one line a line, pages in order. */
export function documentText(document: { readonly pages: readonly Pick<DocumentPage, 'lines'>[] }): string {
  return document.pages.flatMap((page) => page.lines.map(lineText)).join('\n');
}

import type { Place } from '#domain/findings.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';

/** A line as extractors see it: as printed, folded, and where it stands. */
export interface TextLine {
  readonly text: string;
  readonly folded: string;
  readonly page: number;
  readonly line: Line;
}

/** All lines of a document in reading order. */
export function textLines(pages: readonly DocumentPage[]): TextLine[] {
  return pages.flatMap((page) =>
    page.lines.map((line) => {
      const text = lineText(line);
      return { text, folded: foldText(text), page: page.page, line };
    }),
  );
}

/** The place of a whole line. */
export function placeOfLine(line: TextLine): Place {
  return { text: line.text, page: line.page, box: line.line.box };
}

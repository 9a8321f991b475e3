import type { Place } from '#domain/findings.ts';
import { unionOfBoxes } from '#domain/geometry.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import { type Token, tokensOf } from './labels/label-tokens.ts';

/** A line as extractors see it: as printed, folded, word by word, and where it stands. */
export interface TextLine {
  readonly text: string;
  readonly folded: string;
  readonly page: number;
  readonly line: Line;
  readonly tokens: readonly Token[];
}

/** All lines of a document in reading order. */
export function textLines(pages: readonly DocumentPage[]): TextLine[] {
  return pages.flatMap((page) =>
    page.lines.map((line) => {
      const text = lineText(line);
      return { text, folded: foldText(text), page: page.page, line, tokens: tokensOf(line.words) };
    }),
  );
}

/** The place of a whole line. */
export function placeOfLine(line: TextLine): Place {
  return { text: line.text, page: line.page, box: line.line.box };
}

/** The place of some words of a line. */
export function placeOfTokens(line: TextLine, tokens: readonly Token[]): Place {
  const box = unionOfBoxes(tokens.map((token) => token.box));
  return box === undefined
    ? placeOfLine(line)
    : { text: tokens.map(({ text }) => text).join(' '), page: line.page, box };
}

import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import { titleLines } from '#text/title-lines.ts';

/** A line of the upper part of a page, with what helps to tell whose it is. */
export interface HeadLine {
  readonly line: Line;
  readonly text: string;
  readonly folded: string;
  /** 0..1: how much it stands like a heading. */
  readonly standing: number;
}

/** Where a head ends at the latest, share of the page. */
const HEAD_END = 0.36;
/** A sentence of the body has more words than any head line. */
const LONGEST_HEAD_LINE = 14;

/** A line that a fax machine printed above the page. */
const FAX_LINE = /\bfax\b.*\d{2}[ .]?\d{2}|\d{1,2}:\d{2}.*\b(?:fax|p\.?\s?\d+\/\d+)/i;

/** The lines of the head in reading order: above the title, the first sentence and the end of the upper third; fax lines left out. */
export function headLines(page: DocumentPage, isTitle: (folded: string) => boolean): HeadLine[] {
  const standings = titleLines(page);
  const lines = page.lines
    .map((line, index) => toHeadLine(line, standings[index]?.standing ?? 0))
    .filter(({ line, text }) => line.box[1] < HEAD_END && /\p{L}{2}/u.test(text))
    .sort((a, b) => a.line.box[1] - b.line.box[1] || a.line.box[0] - b.line.box[0]);
  const withoutFax = lines.filter(({ text, line }) => !(line.box[1] < 0.06 && FAX_LINE.test(text)));
  const end = withoutFax.findIndex(
    ({ folded, text }) => isTitle(folded) || text.split(/\s+/).length > LONGEST_HEAD_LINE,
  );
  return end === -1 ? withoutFax : withoutFax.slice(0, end);
}

function toHeadLine(line: Line, standing: number): HeadLine {
  const text = cleanName(lineText(line));
  return { line, text, folded: foldText(text), standing };
}

/** The line without the specks that a recogniser makes of logos and rules at its ends. */
function cleanName(text: string): string {
  return text
    .replace(/^(?:[^\p{L}\p{N}«"(]+|\p{Ll}\s|[^\s\p{L}]\s|[\p{L}]\s(?=\p{L}\s))+/u, '')
    .replace(/[\s|_~=*•·–—-]+$/u, '')
    .trim();
}

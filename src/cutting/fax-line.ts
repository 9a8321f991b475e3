import type { Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';

/** Fax machines print above everything. */
const TOP = 0.06;
/** Time of day and the sheet of the call, beside a date or the word; Cyrillic and Greek readers see their own letters in "P" and "FAX". */
const TIME = /\b\d\d?[:h.]\d\d\b/u;
const DATE_OR_FAX = /\d{1,4}[/.-]\d\d[/.-]\d{2,4}|\b(?:fax|рах|telecopie)\b/u;
const SHEET = /(?:^|[^\p{L}])(?:p|р|pg|page)[.:]? ?\d{1,3}\b|\b(?:fax|рах|telecopie)\b/u;

/** The line that a fax machine prints. Its numbers count the sheets of a call, not the pages of a document. */
export function isFaxLine(line: Line): boolean {
  if (line.box[1] > TOP) return false;
  const text = foldText(lineText(line));
  return TIME.test(text) && DATE_OR_FAX.test(text) && SHEET.test(text);
}

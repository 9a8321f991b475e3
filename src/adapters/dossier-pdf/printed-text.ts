import type * as pdf from '@cantoo/pdf-lib';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { isPrintable } from './dossier-fonts.ts';
import { type Matrix, throughMatrix, written } from './matrix.ts';

/** The page on which texts without a layout are set (`adapters/office`), in points. */
export const TEXT_PAGE = { width: 595, height: 842 };
const SIZE = 10.5;
/** Where letters stand in the box of their line, from its lower edge, in heights of the box. */
const BASELINE = 0.22;

/** Whether Liasse can print a text itself. */
export function canPrint(lines: readonly Line[]): boolean {
  return lines.every((line) => line.words.every(({ text }) => isPrintable(text)));
}

/** The content that prints the lines of a page where they stand; `name` is that of the font among the page's resources. */
export function printedText(
  { lines }: Pick<DocumentPage, 'lines'>,
  place: Matrix,
  { font, name }: { readonly font: pdf.PDFFont; readonly name: string },
): string {
  const [scale] = [place[0] / TEXT_PAGE.width];
  const printed = lines.map(({ box: [x, y, , height], words }) => {
    const text = words.map((word) => word.text.normalize('NFC')).join(' ');
    const at = throughMatrix(place, [x, 1 - y - height * (1 - BASELINE)]);
    const room = (1 - 2 * x) * place[0];
    const width = font.widthOfTextAtSize(text, SIZE * scale);
    // A line of many wide letters is drawn together rather than over the edge.
    const narrow = Math.min(1, room / Math.max(width, 1));
    return `${written([SIZE * scale * narrow, 0, 0, SIZE * scale, ...at])} Tm ${font.encodeText(text).toString()} Tj`;
  });
  return printed.length === 0 ? '' : `BT\n/${name} 1 Tf\n${printed.join('\n')}\nET\n`;
}

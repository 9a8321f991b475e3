import type * as pdf from '@cantoo/pdf-lib';
import type { DossierPages } from '#definitions/casework/dossier.schema.ts';
import type { PageStamp } from '#domain/dossier.ts';
import { atRight, INK } from './draw-front.ts';
import { type DossierFonts, printable } from './embed-fonts.ts';
import { points } from './fit-page.ts';

const SIZE = { annex: 11, page: 9 };
/** From the right edge, points. */
const ASIDE = 24;

/** Writes into the margins: which annex at the top right, which page at the bottom right. The originals end where the margins begin. */
export function stampPages(
  pages: readonly pdf.PDFPage[],
  stamps: readonly PageStamp[],
  { fonts, pages: { margins } }: { readonly fonts: DossierFonts; readonly pages: Pick<DossierPages, 'margins'> },
): void {
  for (const [index, page] of pages.entries()) {
    const { annex = '', page: number = '' } = stamps[index] ?? {};
    const { width, height } = page.getSize();
    const top = height - points(margins.top) / 2 - SIZE.annex * 0.36;
    const bottom = points(margins.bottom) / 2 - SIZE.page * 0.36;
    const at = { x: width - ASIDE, color: INK.black };
    atRight(page, printable(annex), { ...at, y: top, size: SIZE.annex, font: fonts.bold });
    atRight(page, printable(number), { ...at, y: bottom, size: SIZE.page, font: fonts.regular });
  }
}

import * as fontkit from '@cantoo/fontkit';
import type * as pdf from '@cantoo/pdf-lib';
import { fontFile, isPrintable } from './dossier-fonts.ts';

/** The fonts in which Liasse itself writes. */
export interface DossierFonts {
  readonly regular: pdf.PDFFont;
  readonly bold: pdf.PDFFont;
}

/** Adds the fonts to a document; it will hold the letters that are used. */
export async function embedFonts(document: pdf.PDFDocument): Promise<DossierFonts> {
  document.registerFontkit(fontkit);
  return {
    regular: await document.embedFont(fontFile('regular'), { subset: true }),
    bold: await document.embedFont(fontFile('bold'), { subset: true }),
  };
}

/** A space at which no line ends. */
const FIXED = '\u00a0';

/** The text as far as it can be printed: words in other scripts are left out, and the brackets that are left of them. French signs stay with their words. */
export function printable(text: string): string {
  const words = text
    .normalize('NFC')
    .split(/[ \t\r\n]+/)
    .filter(isPrintable);
  return words
    .join(' ')
    .replaceAll(/\(\s*\)|«\s*»|“\s*”/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll('« ', `«${FIXED}`)
    .replaceAll(/ (?=[»:;!?])/g, FIXED)
    .trim();
}

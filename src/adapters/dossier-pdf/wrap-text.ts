import type * as pdf from '@cantoo/pdf-lib';

/** A font, its size and the width there is, in points. */
export interface TextRoom {
  readonly font: pdf.PDFFont;
  readonly size: number;
  readonly width: number;
}

/** The lines of a text, broken between words; a word that is too long alone is broken where the line ends. */
export function wrapText(text: string, { font, size, width }: TextRoom): string[] {
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => piecesOf(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

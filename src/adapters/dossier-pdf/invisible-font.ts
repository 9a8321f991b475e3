import type * as pdf from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf/pdf-lib.ts';
import { emptyFont } from './dossier-fonts.ts';

const { PDFString } = pdfLib;

/** Every letter is half as wide as high; where words stand is said word by word. */
export const LETTER_WIDTH = 0.5;

/** A font without shapes, in which any text of any script can be searched and copied. */
export interface InvisibleFont {
  readonly ref: pdf.PDFRef;
  /** The letters as the font counts them, in hexadecimal digits. */
  encode(text: string): string;
  /** Letters that were encoded. */
  count(text: string): number;
  /** Writes down which code means which letter, once all is encoded. */
  finish(): void;
}

/** Codes for letters beyond the first 65,536, in the order in which they come up: nothing else uses this area. */
const RARE_CODES = { from: 0xe000, to: 0xf8ff };
const UNKNOWN = 0xfffd;

/** Adds the font to a document. The codes are those of Unicode, so that its table is short. */
export function createInvisibleFont(context: pdf.PDFContext): InvisibleFont {
  const rare = new Map<number, number>();
  const meaning = context.nextRef();
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'LiasseInvisible',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant(context)],
      ToUnicode: meaning,
    }),
  );

  function codeOf(letter: string): number {
    const point = letter.codePointAt(0) ?? UNKNOWN;
    const isPlain = point < 0xd800 || (point > RARE_CODES.to && point < 0x10000);
    if (isPlain) return point;
    const known = rare.get(point) ?? RARE_CODES.from + rare.size;
    if (known > RARE_CODES.to) return UNKNOWN;
    rare.set(point, known);
    return known;
  }

  return {
    ref,
    encode: (text) => [...text].map((letter) => hex(codeOf(letter))).join(''),
    count: (text) => [...text].length,
    finish: () => context.assign(meaning, context.flateStream(meaningOf(rare))),
  };
}

function descendant(context: pdf.PDFContext): pdf.PDFRef {
  const program = emptyFont();
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'LiasseInvisible',
      Flags: 4,
      FontBBox: [0, 0, 1000 * LETTER_WIDTH, 1000],
      ItalicAngle: 0,
      Ascent: 1000,
      Descent: 0,
      CapHeight: 1000,
      StemV: 80,
      FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'LiasseInvisible',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000 * LETTER_WIDTH,
      CIDToGIDMap: context.register(context.flateStream(onlyGlyph())),
    }),
  );
}

/** Every code is drawn by the font's one glyph, which is empty. */
function onlyGlyph(): Uint8Array {
  return Buffer.alloc(2 * 65_536, Buffer.from([0, 1]));
}

function meaningOf(rare: ReadonlyMap<number, number>): string {
  const pairs = [...rare].map(([point, code]) => `<${hex(code)}> <${utf16(point)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  // A range may only count through its last byte.
  const ranges = Array.from({ length: 256 }, (_, high) => high)
    .filter((high) => high < 0xd8 || high > RARE_CODES.to >> 8)
    .map((high) => `<${hex(high << 8)}> <${hex((high << 8) | 0xff)}> <${hex(high << 8)}>`);
  for (let at = 0; at < ranges.length; at += 100) {
    const block = ranges.slice(at, at + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /LiasseInvisible def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(point: number): string {
  const letter = String.fromCodePoint(point);
  return [...Array(letter.length).keys()].map((at) => hex(letter.charCodeAt(at))).join('');
}

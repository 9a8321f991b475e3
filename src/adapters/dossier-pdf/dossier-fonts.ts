import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from '@cantoo/fontkit';
import { packageFolder } from '../package-folder.ts';

const FAMILY = '@expo-google-fonts/noto-sans';
const FILES = {
  regular: join('400Regular', 'NotoSans_400Regular.ttf'),
  bold: join('700Bold', 'NotoSans_700Bold.ttf'),
} as const;

/** Scripts that are set letter by letter; others of the font would need their letters joined or turned round. */
const PRINTED = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Zyyy}\p{sc=Zinh}]*$/u;

const files = new Map<keyof typeof FILES, Buffer>();

/** The file of a font. */
export function fontFile(weight: keyof typeof FILES): Buffer {
  const known = files.get(weight) ?? readFileSync(join(packageFolder(FAMILY), FILES[weight]));
  files.set(weight, known);
  return known;
}

let font: Font | undefined;

function regular(): Font {
  if (font !== undefined) return font;
  const opened = create(fontFile('regular'));
  if (opened === null || 'fonts' in opened) throw new Error('this is no single font');
  font = opened;
  return opened;
}

/** Whether a text can be printed: Latin, Cyrillic or Greek, and every letter has a shape. */
export function isPrintable(text: string): boolean {
  if (!PRINTED.test(text)) return false;
  const letters = [...text.normalize('NFC')].filter((letter) => !/\s/u.test(letter));
  return letters.every((letter) => regular().hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/** A font that holds one glyph, the space: glyph 1 (glyph 0 stands for what is missing). */
export function emptyFont(): Uint8Array {
  const subset = regular().createSubset();
  const space = regular().glyphForCodePoint(0x20);
  if (space !== null) subset.includeGlyph(space);
  return subset.encode();
}

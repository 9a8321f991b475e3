import type { LayoutTrait } from '#definitions/classification.schema.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { countLetters } from '#text/count-letters.ts';
import { lineText } from '#text/line-text.ts';

const AMOUNT = /(?:^|\s)[-+]?\d{1,3}(?:[ .,'’]?\d{3})*[.,]\d{2}(?:\s?(?:€|EUR|£|\$|₽|₺|₾))?(?=\s|$)/gu;
const FORM_LINE = /^.{2,40}[:：](?:\s|$)|\.{5,}|_{4,}|…{2,}|[☐□☑☒■]/u;
const QUESTION = /^(?:q(?:uestion)?|r(?:éponse)?|d|sur interpellation|s\.?i\.?|в|о|س|ج)\s?[.:\-–]|[?؟;]\s*$/iu;
/** Where print quotes speech, in any script's marks. */
const QUOTED = /[«»“”„‟"「『]/u;
const MACHINE_LINE = /^[A-Z0-9<«]{28,46}$/u;

/** Pages with less print than this are pictures, covers or blanks. Letters on the whole document. */
const FEW_LETTERS = 60;
const SURE = 0.6;

/** How strongly each trait of layout shows, 0..1. Words play no part beyond punctuation and numbers. */
export function layoutTraits(pages: readonly DocumentPage[]): ReadonlyMap<LayoutTrait, number> {
  const lines = pages.flatMap((page) => page.lines);
  const texts = lines.map(lineText);
  const letters = sureLetters(pages);
  const share = (count: number, full: number): number =>
    lines.length < 4 ? 0 : Math.min(1, count / lines.length / full);
  const amounts = texts.map((text) => (text.match(AMOUNT) ?? []).length);
  const isFewLetters = letters < FEW_LETTERS;
  const photo = largestMark(pages, 'photo');
  const isPicture = isFewLetters && photo > 0.2;
  return new Map<LayoutTrait, number>([
    ['machine-readable-zone', Math.min(1, texts.filter(isMachineLine).length / 2)],
    ['amounts', share(amounts.filter((count) => count > 0).length, 0.4)],
    ['amount-columns', share(amounts.filter((count) => count > 1).length, 0.2)],
    ['form-fields', share(texts.filter((text) => FORM_LINE.test(text)).length, 0.4)],
    ['questions', share(texts.filter((text) => QUESTION.test(text)).length, 0.2)],
    ['prose', share(lines.filter((line) => line.box[2] > 0.55 && line.words.length > 6).length, 0.5)],
    ['quotations', share(texts.filter((text) => QUOTED.test(text)).length, 0.15)],
    ['narrow-columns', share(lines.filter(isOfNarrowColumn).length, 0.4)],
    ['little-text', isFewLetters ? 1 - letters / FEW_LETTERS : 0],
    ['picture', isPicture ? 1 - letters / (2 * FEW_LETTERS) : 0],
    ['blank', isFewLetters && !isPicture ? 1 - letters / FEW_LETTERS : 0],
    ['one-page', pages.length === 1 ? 1 : 0],
    ['many-pages', Math.min(1, Math.max(0, pages.length - 3) / 5)],
    ['photo-of-person', photo > 0.005 && photo < 0.2 ? 1 : 0],
    ['letter-shape', letterShape(pages[0])],
  ]);
}

/** Letters the reader was sure of: a recogniser sees words in foliage and wallpaper, but does not believe them. */
function sureLetters(pages: readonly DocumentPage[]): number {
  const words = pages.flatMap((page) => page.lines.flatMap((line) => line.words));
  return words.filter((word) => word.confidence >= SURE).reduce((sum, word) => sum + countLetters(word.text), 0);
}

function isMachineLine(text: string): boolean {
  const dense = text.replaceAll(' ', '').toUpperCase();
  return MACHINE_LINE.test(dense) && (dense.match(/[<«]/g) ?? []).length >= 3;
}

/** Running text that turns around well before the right margin, as newspapers set it. */
function isOfNarrowColumn(line: Line): boolean {
  return line.words.length >= 4 && line.box[0] < 0.2 && line.box[2] < 0.5;
}

/** Share of its page that the largest mark of a kind covers. */
function largestMark(pages: readonly DocumentPage[], kind: 'photo'): number {
  const areas = pages.flatMap((page) =>
    page.marks.filter((mark) => mark.kind === kind).map((mark) => mark.box[2] * mark.box[3]),
  );
  return Math.max(0, ...areas);
}

/** Addressee at the right of the upper third, and text below it at full width. */
function letterShape(page: DocumentPage | undefined): number {
  if (page === undefined || page.lines.length < 8) return 0;
  const right = page.lines.filter((line) => line.box[1] < 0.38 && line.box[0] > 0.48 && line.box[2] < 0.45).length;
  const wide = page.lines.filter((line) => line.box[1] > 0.3 && line.box[2] > 0.6).length;
  return right >= 2 && wide >= 3 ? 1 : 0;
}

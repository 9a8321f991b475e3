import type { Cutting } from '#definitions/cutting.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';

/** The number a page carries, and of how many, where that is printed. */
export interface PageNumber {
  readonly number: number;
  readonly total: number | undefined;
}

/** Page numbers stand in the head or foot of a page; a fraction in the text is a dose or a date. */
const HEAD = 0.16;
const FOOT = 0.84;
const MOST_PAGES = 400;

/** The page number printed at head or foot: `2/3`, `Page 2 sur 3`, `- 2 -`, `Seite 2 von 3`; undefined when there is none. */
export function findPageNumber(page: DocumentPage, rules: Cutting): PageNumber | undefined {
  const candidates = page.lines.filter((line) => line.box[1] < HEAD || line.box[1] + line.box[3] > FOOT);
  for (const line of candidates) {
    const found = parsePageNumber(westernDigits(lineText(line)), rules);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsePageNumber(text: string, rules: Cutting): PageNumber | undefined {
  const folded = foldText(text);
  const page = alternatives(rules.pageWords);
  const of = alternatives(rules.ofWords);
  const worded = new RegExp(
    `(?:^|[^\\p{L}])(?:${page})\\s*(?:n[°o.]\\s*)?[:.]?\\s*(\\d{1,3})(?:\\s*(?:/|${of})\\s*(\\d{1,3}))?(?!\\d)`,
    'u',
  ).exec(folded);
  if (worded !== null) return checked(worded[1], worded[2]);
  const trailing = new RegExp(`^(\\d{1,3})\\s*(?:/|${of})\\s*(\\d{1,3})\\s*(?:${page})?$`, 'u').exec(folded);
  if (trailing !== null) return checked(trailing[1], trailing[2]);
  // A fraction at the end of a running foot ("Dossier 123 - 2/3"); never part of a date.
  const fraction = /(?:^|[\s(|-])(\d{1,2})\s?\/\s?(\d{1,2})\)?$/u.exec(folded);
  if (fraction !== null && text.length < 80) return checked(fraction[1], fraction[2]);
  const bare = /^[-–—(\s]{0,3}(\d{1,3})[-–—)\s.]{0,3}$/u.exec(folded);
  return bare === null ? undefined : checked(bare[1], undefined);
}

function checked(number: string | undefined, total: string | undefined): PageNumber | undefined {
  const value = Number(number);
  const of = total === undefined ? undefined : Number(total);
  if (!(value >= 1 && value <= MOST_PAGES) || (of !== undefined && (of < value || of > MOST_PAGES))) return undefined;
  return { number: value, total: of };
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => foldText(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

/** Digits of any script as 0–9. */
function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return code < 128 ? digit : String(code - zero);
  });
}

import type { DocumentPage } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import type { CuttingKnowledge } from './cutting-knowledge.ts';

/** The number a page carries, and of how many, where that is printed. */
export interface PageNumber {
  readonly number: number;
  readonly total: number | undefined;
}

/** Page numbers stand in the head or foot of a page; a fraction in the text is a dose or a date. */
const HEAD = 0.16;
const FOOT = 0.84;
const MOST_PAGES = 400;
/** A longer line is no page number, whatever stands in it. */
const LONGEST = 80;
/** The page number printed at head or foot: `2/3`, `Page 2 sur 3`, `- 2 -`, `Seite 2 von 3`; undefined when there is none. */
export function findPageNumber(page: DocumentPage, knowledge: CuttingKnowledge): PageNumber | undefined {
  const texts = page.lines
    .filter((line) => line.box[1] < HEAD || line.box[1] + line.box[3] > FOOT)
    .map((line) => foldText(westernDigits(lineText(line))))
    .filter((text) => /\d/.test(text));
  // What says "page", or of how many, before a bare figure, which may be anything.
  return (
    firstOf(texts, (text) => announced(text, knowledge)) ??
    firstOf(texts, (text) => fraction(text)) ??
    firstOf(texts, bare)
  );
}

function firstOf(texts: readonly string[], parse: (text: string) => PageNumber | undefined): PageNumber | undefined {
  for (const text of texts) {
    const found = parse(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function announced(text: string, { wordedNumber, numberOfTotal }: CuttingKnowledge): PageNumber | undefined {
  const match = wordedNumber.exec(text) ?? numberOfTotal.exec(text);
  return match === null ? undefined : checked(match[1], match[2]);
}

/** A fraction at the end of a running foot ("Dossier 123 - 2/3"); never part of a date. */
function fraction(text: string): PageNumber | undefined {
  const match = text.length < LONGEST ? /(?:^|[\s(|-])(\d{1,2})\s?\/\s?(\d{1,2})\)?$/u.exec(text) : null;
  return match === null ? undefined : checked(match[1], match[2]);
}

function bare(text: string): PageNumber | undefined {
  const match = /^[-–—(\s]{0,3}(\d{1,3})[-–—)\s.]{0,3}$/u.exec(text);
  return match === null ? undefined : checked(match[1], undefined);
}

function checked(number: string | undefined, total: string | undefined): PageNumber | undefined {
  const value = Number(number);
  const of = total === undefined ? undefined : Number(total);
  if (!(value >= 1 && value <= MOST_PAGES) || (of !== undefined && (of < value || of > MOST_PAGES))) return undefined;
  return { number: value, total: of };
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

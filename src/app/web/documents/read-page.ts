import type { Box } from '#domain/geometry.ts';
import type { DocumentPage, Line, PageMark } from '#domain/page-reading.ts';
import type { Seat } from '../seat.ts';
import { documentInScope, keyOfDocument } from './document-in-scope.ts';
import { pageOf } from './page-of.ts';

/** A printed line: its words in the order in which they are read, and in which direction that is. */
export interface ShownLine {
  readonly block: number;
  readonly box: Box;
  readonly direction: 'ltr' | 'rtl';
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/** What was read on a page, to be laid over its picture. */
export interface ShownPage {
  /** Within the file. */
  readonly page: number;
  readonly state: DocumentPage['state'];
  readonly source: DocumentPage['source'];
  /** Height by width. */
  readonly ratio: number;
  readonly lines: readonly ShownLine[];
  readonly marks: readonly Pick<PageMark, 'kind' | 'box' | 'confidence'>[];
  readonly languages: DocumentPage['languages'];
  /** What is wrong with the picture, as codes. */
  readonly problems: readonly string[];
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/** A page of a paper, its words with their places. Throws `not-found`, `reading-missing`. */
export async function readPage(seat: Seat, key: string, number: number): Promise<ShownPage> {
  const found = await documentInScope(seat, key);
  const page = await pageOf(seat, found, number);
  await seat.noteView('document-viewed', keyOfDocument(found.document));
  return shownPage(page);
}

/** A page as it is shown. */
export function shownPage(page: DocumentPage): ShownPage {
  return {
    page: page.page,
    state: page.state,
    source: page.source,
    ratio: page.width > 0 && page.height > 0 ? page.height / page.width : 1,
    lines: page.lines.map(shownLine),
    marks: page.marks.map(({ kind, box, confidence }) => ({ kind, box, confidence })),
    languages: page.languages,
    problems: page.quality?.problems ?? [],
  };
}

function shownLine({ block, box, words }: Line): ShownLine {
  return {
    block,
    box,
    direction: directionOf(words.map(({ text }) => text).join('')),
    words: words.map((word) => ({ text: word.text, box: word.box })),
  };
}

/** As most of its letters are written. */
function directionOf(text: string): ShownLine['direction'] {
  const letters = [...text].filter((letter) => LETTER.test(letter));
  const turned = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
  return turned * 2 > letters.length ? 'rtl' : 'ltr';
}

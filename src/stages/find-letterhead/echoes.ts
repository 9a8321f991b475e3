import type { DocumentPage, Word } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { foldWords } from '#text/fold-words.ts';
import { lineText } from '#text/line-text.ts';
import type { HeadLine } from './head-lines.ts';

/** Where else in a document a name can be heard again. */
export interface Echoes {
  /** Beginnings of the words outside the letterhead's zones, in stamps too, so that other cases of a word are the same. */
  readonly text: ReadonlySet<string>;
  /** Beginnings of the words of address and date lines beside the name: the place a body serves. */
  readonly contacts: ReadonlySet<string>;
  /** Letters of mail and web addresses. */
  readonly hosts: string;
}

const STEM_LETTERS = 5;
const NET_ADDRESS =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?:www\.|https?:\/\/)[\p{L}\p{N}./-]+|\b[\p{L}\p{N}-]{3,}\.(?:fr|com|org|net|info|example|test|ru|ua|de|it|es|pt|gov|edu|eu|be|ch)\b/giu;
/** A year, or a date in figures. */
const DATED = /\p{N}{4}|\p{N}{1,2}\s?[./]\s?\p{N}{1,2}\s?[./]/u;

/** Collects the echoes of a document whose letterhead's lines are known. */
export function echoesIn(pages: readonly DocumentPage[], lines: readonly HeadLine[]): Echoes {
  const inZones = new Set<Word>(lines.flatMap(({ words }) => words));
  const outside = pages.flatMap((page) =>
    page.lines.flatMap(({ words }) => words.filter((word) => !inZones.has(word)).map(({ text }) => text)),
  );
  const marks = pages.flatMap((page) => page.marks.flatMap(({ text }) => text ?? []));
  const contacts = lines.filter(
    ({ isContact, text, traits }) => isContact || (DATED.test(text) && traits.kind === null),
  );
  const everything = pages.flatMap((page) => page.lines.map(lineText)).join('\n');
  return {
    text: stemsOf([...outside, ...marks]),
    contacts: stemsOf(contacts.map(({ text }) => text)),
    hosts: (everything.match(NET_ADDRESS) ?? []).map(foldText).join(' '),
  };
}

function stemsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(foldWords).map(stemOf));
}

/** What the cases of a folded word have in common. */
export function stemOf(word: string): string {
  return word.length > STEM_LETTERS ? word.slice(0, STEM_LETTERS) : word;
}

import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import type { CuttingKnowledge } from './cutting-knowledge.ts';

/** What stands at the head of a page. Strengths are 0..1. */
export interface PageHead {
  /** Contact details: street, phone, mail, registration. */
  readonly sender: number;
  /** Wording of a letter's or form's head: "Objet", "Nos réf", the name of an authority. */
  readonly wording: number;
  /** The first lines are short and none is the middle of a sentence. */
  readonly shortLines: number;
  /** The page begins with running text, nothing above it. */
  readonly isText: boolean;
  /** The text begins as documents begin: "Je soussigné", "Madame, Monsieur". */
  readonly opening: number;
  /** Dates on short lines, digits only. */
  readonly dates: ReadonlySet<string>;
  /** The first line goes on from a page before. */
  readonly isContinued: boolean;
  /** "suite", "annexe": the page says that it goes on. */
  readonly saysContinued: boolean;
  /** A heading that stands inside documents only: "Par ces motifs", "Conclusion". */
  readonly isInner: boolean;
  /** The first line, folded, digits taken out: running heads repeat it. */
  readonly firstLine: string;
  /** The figure that ends the topmost line ("Rapport social 2"), 0 when there is none. */
  readonly runningNumber: number;
  /** Words of the upper part, folded: two papers made by the same form share most of them. */
  readonly words: ReadonlySet<string>;
}

const CONTACT = /(?:\b(?:t[ée]l|phone|fax|mail|www\.|http|siret|bp \d|cedex)|@|\b\d{5}\s+\p{Lu}|(?:\+?\d[ .-]?){9,})/iu;
/** A date by its shape, every digit a `0` and every letter but the signs for year and month an `a`: counted classes of all scripts take long to compile. */
const DATE = /(?<!0)(?:0{1,2}[./ -]{1,2}(?:0{1,2}|[a年月]{3,12})[./ -]{1,2}0{4}|0{4}[./年-]0{1,2}[./月-]0{1,2})(?!0)/u;
const HEAD_OF_PAGE = 0.28;
const HEAD_LINES = 10;
/** Forms say what they are and whom they are about in this part of the page. */
const UPPER_PART = 0.4;
const SHORT_LINE = 60;
/** A running head stands higher than a letterhead. */
const RUNNING_HEAD = 0.07;
/** Running text fills its lines; a name that begins with a small letter ("l'Assurance Maladie") does not. */
const SHORTEST_RUNNING = 25;
const RUNNING_TEXT = 0.45;

/** Measures the head of a page. */
export function summariseHead(page: DocumentPage, texts: readonly string[], knowledge: CuttingKnowledge): PageHead {
  const head = texts.filter((_text, at) => at < HEAD_LINES && topOf(page.lines[at]) < HEAD_OF_PAGE);
  const upper = texts.filter((_text, at) => topOf(page.lines[at]) < UPPER_PART);
  const folded = head.map(foldText);
  const first = foldText(texts[0] ?? '');
  return {
    sender: Math.min(1, head.filter((text) => CONTACT.test(text)).length / 2),
    wording: Math.min(1, folded.filter((text) => startsWithAny(text, knowledge.heads)).length / 2),
    shortLines: shortBlock(head),
    isText: texts.length > 0 && [0, 1].every((at) => isRunning(page.lines[at], texts[at])),
    opening: Number(upper.some((text) => startsWithAny(foldText(text), knowledge.openings))),
    dates: new Set(upper.flatMap(datesOf)),
    isContinued: isContinued(page.lines, texts),
    saysContinued: folded.slice(0, 3).some((text) => saysContinued(text, knowledge.continuations)),
    isInner: folded.slice(0, 4).some((text) => isInner(text, knowledge.innerHeadings)),
    firstLine: first.replace(/[\d\s/.\-:]+/g, ' ').trim(),
    runningNumber: topOf(page.lines[0]) < RUNNING_HEAD ? Number(/\s(\d{1,2})$/u.exec(first)?.[1] ?? 0) : 0,
    words: new Set(upper.flatMap((text) => foldText(text).match(/\p{L}{3,}/gu) ?? [])),
  };
}

function topOf(line: Line | undefined): number {
  return line?.box[1] ?? 1;
}

/** Share of the first lines that stand like a sender's block or a heading: short, and not the middle of a sentence. */
function shortBlock(head: readonly string[]): number {
  const first = head.slice(0, 4);
  const standing = first.filter((text) => text.length < 55 && !/^\p{Ll}/u.test(text) && !/[,;]\s*$/u.test(text)).length;
  return standing / Math.max(3, first.length);
}

function datesOf(text: string): string[] {
  const date = text.length < SHORT_LINE && /\p{Nd}/u.test(text) ? DATE.exec(shapeOf(text)) : null;
  if (date === null) return [];
  const end = date.index + date[0].length;
  // A row of a table begins with its date; a head's date ends its line.
  const isLast = end >= text.trimEnd().length - 1;
  return isLast ? [text.slice(date.index, end).replace(/[^\p{L}\p{Nd}]/gu, '')] : [];
}

function shapeOf(text: string): string {
  return text
    .replace(/(?![年月])\p{L}/gu, (letter) => 'a'.repeat(letter.length))
    .replace(/\p{Nd}/gu, (digit) => '0'.repeat(digit.length));
}

/** Running text that begins in the middle of a sentence; a running head or a page number may stand above it. */
function isContinued(lines: readonly Line[], texts: readonly string[]): boolean {
  const first = texts.slice(0, 2).findIndex((text) => text.length > SHORTEST_RUNNING);
  const isWide = (lines[first]?.box[2] ?? 0) > RUNNING_TEXT;
  return isWide && /^\p{Ll}/u.test(texts[first] ?? '');
}

function isRunning(line: Line | undefined, text: string | undefined): boolean {
  return line !== undefined && text !== undefined && line.box[2] > RUNNING_TEXT && text.length > SHORT_LINE;
}

function startsWithAny(folded: string, openings: readonly string[]): boolean {
  return openings.some((opening) => folded.startsWith(opening));
}

/** "Suite", "Annexe 2 : …" on a line of its own; "Suite à votre demande du …" begins a letter. */
function saysContinued(folded: string, continuations: readonly string[]): boolean {
  if (folded.length >= SHORT_LINE) return false;
  return continuations.some((word) => folded.startsWith(word) && !/^(?:\p{L}| a )/u.test(folded.slice(word.length)));
}

function isInner(folded: string, headings: readonly string[]): boolean {
  const bare = folded.replace(/^(?:\d{1,2}|[ivx]{1,5}|[a-d])(?: ?[.)°:-])+ ?/u, '').replace(/[\s.:-]+$/u, '');
  return headings.includes(bare);
}

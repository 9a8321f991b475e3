import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { Cutting } from '#definitions/cutting.schema.ts';
import type { DocumentPage, Line } from '#domain/page-reading.ts';
import { foldText } from '#text/fold-text.ts';
import { lineText } from '#text/line-text.ts';
import { findPageNumber, type PageNumber } from './find-page-number.ts';
import { titleStrength } from './title-strength.ts';

/** What a page shows that matters for where documents begin and end. Strengths are 0..1. */
export interface PageSummary {
  readonly isBlank: boolean;
  readonly isPicture: boolean;
  readonly number: PageNumber | undefined;
  /** A known title of some type of paper stands like a title. */
  readonly title: number;
  /** Sender's block, reference lines, contact details at the head. */
  readonly head: number;
  /** The first line goes on from a page before. */
  readonly isContinued: boolean;
  /** The last line of running text breaks off. */
  readonly isOpen: boolean;
  /** Place and date, courtesy, signature near the end of the text. */
  readonly ending: number;
  /** Main language and script, `und` and empty when unknown. */
  readonly language: string;
  readonly script: string;
  readonly hasMachineZone: boolean;
  /** Width by height. */
  readonly shape: number;
  readonly source: DocumentPage['source'];
  /** Usual height of a line, as a share of the page. */
  readonly lineHeight: number;
  /** The first line, folded, digits taken out: running heads repeat it. */
  readonly firstLine: string;
  /** Long numbers and references printed on the page. */
  readonly references: ReadonlySet<string>;
}

const CONTACT = /(?:\b(?:t[ée]l|phone|fax|mail|www\.|http|siret|bp \d|cedex)|@|\b\d{5}\s+\p{Lu}|(?:\+?\d[ .-]?){9,})/iu;
const REFERENCE = /[\p{L}\p{N}][\p{L}\p{N}/.-]{5,}/gu;
/** Fewer letters than this is specks, a stamp or a page number, not a page of text. */
const BLANK_LETTERS = 12;
const HEAD_OF_PAGE = 0.28;
const HEAD_LINES = 10;

/** Measures one page; a few tenths of a millisecond. */
export function summarisePage(page: DocumentPage, rules: Cutting, cues: readonly LanguageCues[]): PageSummary {
  const texts = page.lines.map(lineText);
  const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu) ?? []).length, 0);
  const hasInk = page.marks.some(
    (mark) =>
      mark.kind === 'photo' || mark.kind === 'signature' || mark.kind === 'stamp' || mark.kind === 'handwriting',
  );
  const hasPicture = page.marks.some((mark) => mark.kind === 'photo' && mark.box[2] * mark.box[3] > 0.15);
  const [language] = page.languages;
  const heights = page.lines.map((line) => line.box[3]).sort((a, b) => a - b);
  return {
    isBlank:
      letters < BLANK_LETTERS &&
      !hasInk &&
      page.state !== 'failed' &&
      !(page.quality !== null && page.quality.contrast > 0.5),
    isPicture: letters < 60 && hasPicture,
    number: findPageNumber(page, rules),
    title: titleStrength(page, cues),
    head: headStrength(page.lines, rules),
    isContinued: isContinued(texts, rules),
    isOpen: isOpen(page.lines),
    ending: endingStrength(page, texts, rules),
    language: language?.code ?? 'und',
    script: language?.script ?? '',
    hasMachineZone: texts.some(
      (text) => /[A-Z0-9<«]{20,}/.test(text.replaceAll(' ', '')) && (text.match(/[<«]/g) ?? []).length >= 4,
    ),
    shape: page.height > 0 ? page.width / page.height : Math.SQRT1_2,
    source: page.source,
    lineHeight: heights[Math.floor(heights.length / 2)] ?? 0,
    firstLine: foldText(texts[0] ?? '')
      .replace(/[\d\s/.\-:]+/g, ' ')
      .trim(),
    references: new Set(
      texts.flatMap((text) => text.match(REFERENCE) ?? []).filter((word) => (word.match(/\d/g) ?? []).length >= 4),
    ),
  };
}

function headStrength(lines: readonly Line[], rules: Cutting): number {
  const head = lines.filter((line, at) => at < HEAD_LINES && line.box[1] < HEAD_OF_PAGE).map(lineText);
  if (head.length === 0) return 0;
  const contacts = head.filter((text) => CONTACT.test(text)).length;
  const openings = head.filter((text) => startsWithAny(text, rules.heads)).length;
  return Math.min(1, 0.2 * Math.min(2, contacts) + 0.25 * Math.min(2, openings) + 0.5 * shortBlock(head));
}

/** Share of the first lines that stand like a sender's block or a heading: short, and not the middle of a sentence. */
function shortBlock(head: readonly string[]): number {
  const first = head.slice(0, 4);
  const standing = first.filter((text) => text.length < 55 && !/^\p{Ll}/u.test(text) && !/[,;]\s*$/u.test(text)).length;
  return standing / Math.max(3, first.length);
}

function isContinued(texts: readonly string[], rules: Cutting): boolean {
  // A running head or a page number may stand above the text.
  const first = texts.slice(0, 2).find((text) => text.length > 25) ?? texts[0] ?? '';
  return /^[\p{Ll}]/u.test(first) || startsWithAny(texts[0] ?? '', rules.continuations);
}

function isOpen(lines: readonly Line[]): boolean {
  const body = lines.filter((line) => line.box[2] > 0.45 && line.box[1] < 0.93);
  const last = body.at(-1);
  if (last === undefined || last.box[1] < 0.75) return false;
  return !/[.!?:;»)”"。؟।։።]\s*$/u.test(lineText(last));
}

function endingStrength(page: DocumentPage, texts: readonly string[], rules: Cutting): number {
  const tail = texts.slice(-Math.max(6, Math.ceil(texts.length * 0.25)));
  const wording = tail.some((text) => rules.endings.some((ending) => foldText(text).includes(foldText(ending))))
    ? 0.6
    : 0;
  const ink = page.marks.some((mark) => (mark.kind === 'signature' || mark.kind === 'stamp') && mark.box[1] > 0.4)
    ? 0.3
    : 0;
  const lowest = Math.max(0, ...page.lines.map((line) => line.box[1]));
  return Math.min(1, wording + ink + (texts.length > 0 && lowest < 0.65 ? 0.3 : 0));
}

function startsWithAny(text: string, openings: readonly string[]): boolean {
  const folded = foldText(text);
  return openings.some((opening) => folded.startsWith(foldText(opening)));
}

import type { DocumentPage, PageMark } from '#domain/page-reading.ts';
import { lineText } from '#text/line-text.ts';
import type { CuttingKnowledge } from './cutting-knowledge.ts';
import { isFaxLine } from './fax-line.ts';
import { findPageNumber, type PageNumber } from './find-page-number.ts';
import { type PageEnd, summariseEnd } from './page-end.ts';
import { type PageHead, summariseHead } from './page-head.ts';
import { findSectionNumbers, type SectionNumbers } from './section-numbers.ts';
import { type TitleStrength, titleStrength } from './title-strength.ts';

/** What a page shows that matters for where documents begin and end. */
export interface PageSummary {
  readonly isBlank: boolean;
  readonly isPicture: boolean;
  /** Something is there and none of it could be read. */
  readonly isUnread: boolean;
  readonly number: PageNumber | undefined;
  readonly title: TitleStrength;
  readonly head: PageHead;
  readonly end: PageEnd;
  readonly sections: SectionNumbers | undefined;
  /** 0..1: how far the words can be believed; what a page that was hardly read seems to show is noise. */
  readonly trust: number;
  /** Main language and script, `und` and empty when unknown. */
  readonly language: string;
  /** 0..1. */
  readonly languageConfidence: number;
  readonly script: string;
  readonly hasMachineZone: boolean;
  /** Width by height. */
  readonly shape: number;
  readonly source: DocumentPage['source'];
  /** Usual height of a line, as a share of the page. */
  readonly lineHeight: number;
  /** Long numbers and references printed on the page. */
  readonly references: ReadonlySet<string>;
}

const REFERENCE = /[\p{L}\p{N}][\p{L}\p{N}/.-]{5,}/gu;
/** Fewer letters than this is specks, a stamp or a page number, not a page of text. */
const BLANK_LETTERS = 12;
/** Fewer letters than this beside a large picture is what stands in the picture. */
const PICTURE_LETTERS = 60;
const PICTURE_SHARE = 0.15;

/** From this confidence of the recogniser on, words are words. */
const WELL_READ = 0.7;

/** Measures one page; a millisecond or less. A fax machine's line is no part of it. */
export function summarisePage(whole: DocumentPage, knowledge: CuttingKnowledge): PageSummary {
  const page = { ...whole, lines: whole.lines.filter((line) => !isFaxLine(line)) };
  const texts = page.lines.map(lineText);
  const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu) ?? []).length, 0);
  const [language] = page.languages;
  const heights = page.lines.map((line) => line.box[3]).sort((a, b) => a - b);
  const blank = isBlank(page, letters);
  const picture = isPicture(page, letters);
  return {
    isBlank: blank,
    isPicture: picture,
    isUnread: letters < BLANK_LETTERS && !blank && !picture,
    number: findPageNumber(page, knowledge),
    title: titleStrength(page, knowledge.cues),
    head: summariseHead(page, texts, knowledge),
    end: summariseEnd(page, texts, knowledge),
    sections: findSectionNumbers(texts),
    trust: Math.min(1, page.confidence / WELL_READ),
    languageConfidence: language?.confidence ?? 0,
    language: language?.code ?? 'und',
    script: language?.script ?? '',
    hasMachineZone: texts.some(isMachineLine),
    shape: page.height > 0 ? page.width / page.height : Math.SQRT1_2,
    source: page.source,
    lineHeight: heights[Math.floor(heights.length / 2)] ?? 0,
    references: new Set(
      texts.flatMap((text) => text.match(REFERENCE) ?? []).filter((word) => (word.match(/\d/g) ?? []).length >= 4),
    ),
  };
}

function isPicture(page: DocumentPage, letters: number): boolean {
  const isLarge = (mark: PageMark): boolean => mark.kind === 'photo' && mark.box[2] * mark.box[3] > PICTURE_SHARE;
  return letters < PICTURE_LETTERS && page.marks.some(isLarge);
}

function isBlank(page: DocumentPage, letters: number): boolean {
  const hasInk = page.marks.some((mark) => mark.kind !== 'code' && mark.kind !== 'logo');
  // A page that was not read and shows something is not blank.
  const isUnread = page.state === 'failed' || (page.quality !== null && page.quality.contrast > 0.5);
  return letters < BLANK_LETTERS && !hasInk && !isUnread;
}

function isMachineLine(text: string): boolean {
  return /[A-Z0-9<«]{20,}/.test(text.replaceAll(' ', '')) && (text.match(/[<«]/g) ?? []).length >= 4;
}

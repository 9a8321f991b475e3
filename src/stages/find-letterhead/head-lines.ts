import { countLetters } from '#text/count-letters.ts';
import { isAddressLine } from '#text/identifiers/find-identifiers.ts';
import type { Segment } from './head-segments.ts';
import type { IssuerWords } from './issuer-words.ts';
import type { LineTraits } from './line-traits.ts';
import type { TitleWords } from './title-words.ts';

/** A line of a letterhead's zones with all that helps to tell whose it is, apart from its neighbours. */
export interface HeadLine extends Segment {
  readonly traits: LineTraits;
  readonly isTitle: boolean;
  /** Begins or ends with a word that known titles begin or end with. */
  readonly hasTitleWord: boolean;
  /** Contact details, numbers, an address, a date: belongs to an issuer but does not name one. */
  readonly isContact: boolean;
  /** Belongs to the block of whoever the paper is sent to. */
  readonly isRecipient: boolean;
}

/** Lines this near below one another are of one block, shares of the page. */
const LINE_STEP = 0.034;
const SAME_COLUMN = 0.1;
/** Lines of a recipient's block after the one that begins it. */
const RECIPIENT_LINES = 6;

/** What is known of words, and which languages the page is in (ISO 639; empty: unknown). */
export interface PageWords {
  readonly issuer: IssuerWords;
  readonly titles: TitleWords;
  readonly languages: ReadonlySet<string>;
}

/** Reads the segments one by one, then marks the recipient's block. */
export function headLines(segments: readonly Segment[], words: PageWords): HeadLine[] {
  const lines = segments.map((segment): HeadLine => {
    const traits = words.issuer.traitsOf(segment.text, words.languages);
    return {
      ...segment,
      traits,
      isTitle: words.titles.isTitle(segment.text),
      hasTitleWord: words.titles.hasTitleWord(segment.text),
      isContact: isContact(segment.text, traits),
      isRecipient: false,
    };
  });
  const block = recipientBlock(lines);
  return lines.map((line) => ({ ...line, isRecipient: block.has(line) }));
}

/** The lines that begin with a recipient's title and those that follow them closely in the same column. */
function recipientBlock(lines: readonly HeadLine[]): ReadonlySet<HeadLine> {
  const block = new Set<HeadLine>();
  for (const start of lines) {
    if (!start.traits.isRecipient || start.zone !== 'head') continue;
    let last = start;
    block.add(start);
    for (let count = 0; count < RECIPIENT_LINES; count += 1) {
      const next = lineBelow(last, lines);
      if (next === undefined || next.isTitle) break;
      block.add(next);
      last = next;
    }
  }
  return block;
}

/** The line next below in the same column, when it stands close. */
export function lineBelow(line: HeadLine, lines: readonly HeadLine[]): HeadLine | undefined {
  return lines.find(
    (other) =>
      other !== line &&
      other.zone === line.zone &&
      other.box[1] > line.box[1] + line.box[3] / 2 &&
      other.box[1] - (line.box[1] + line.box[3]) < LINE_STEP &&
      isSameColumn(line, other),
  );
}

/** Whether two lines are set to the same edge or around the same middle. */
export function isSameColumn(a: HeadLine, b: HeadLine): boolean {
  const right = (line: HeadLine): number => line.box[0] + line.box[2];
  const middle = (line: HeadLine): number => line.box[0] + line.box[2] / 2;
  return (
    Math.abs(a.box[0] - b.box[0]) < SAME_COLUMN ||
    Math.abs(right(a) - right(b)) < SAME_COLUMN / 2 ||
    Math.abs(middle(a) - middle(b)) < SAME_COLUMN / 2
  );
}

/** A date, or a number that identifies something: three digits or more. */
const NUMBERS = /\p{N}{3}|\p{N}{1,2}\s?[./]\s?\p{N}{1,2}\s?[./]/u;

/** Whether a line or a part of one gives contact details rather than a name. */
export function isContact(text: string, traits: LineTraits): boolean {
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const letters = countLetters(text);
  if (digits > letters || /@|www\.|https?:/i.test(text) || isAddressLine(text)) return true;
  if (traits.hasStreet && digits > 0 && traits.kind === null) return true;
  return (
    traits.isDetail && (NUMBERS.test(text) || /[:№]/.test(text) || (traits.kind === null && !traits.isShortDetail))
  );
}

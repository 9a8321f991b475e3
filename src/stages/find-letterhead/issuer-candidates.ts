import { countLetters } from '#text/count-letters.ts';
import { type HeadLine, isContact, lineBelow, type PageWords } from './head-lines.ts';
import type { LineTraits } from './line-traits.ts';
import { namesPaper } from './names-paper.ts';

/** A name that could be the issuer's: a line, the part of one around a dash or in quotation marks, or lines that belong together. */
export interface Candidate {
  readonly line: HeadLine;
  readonly text: string;
  readonly traits: LineTraits;
  readonly isContact: boolean;
  readonly form: 'whole' | 'before-dash' | 'after-dash' | 'joined' | 'column' | 'quoted';
  /** What is known of the pieces of the line around its dashes; empty where it has none or several lines are joined. */
  readonly pieces: readonly LineTraits[];
  /** Which piece the candidate is or begins with; null for all of the line. */
  readonly piece: number | null;
  /** The last line of a joined name. */
  readonly second: HeadLine | null;
}

const FEWEST_LETTERS = 3;
/** A name in one line has at most this many letters more than a joined one may. */
const LONGEST_NAME = 130;

/** Every name the lines can give. A title, a line to whom the paper is sent and mere contact details name nobody. */
export function issuerCandidates(lines: readonly HeadLine[], words: PageWords): Candidate[] {
  return lines
    .filter((line) => hasLetters(line) && !line.isTitle && !line.isRecipient)
    .flatMap((line) => namesOf(line, lines, words))
    .filter(isName);
}

/** A letter or two is a speck; contact details, the name of a paper and `funded by …` name no issuer. */
function isName({ text, isContact: isDetail, traits }: Candidate): boolean {
  if (countLetters(text) < 2 || traits.isSupporter) return false;
  if (namesPaper(traits)) return false;
  return !isDetail || traits.kind !== null;
}

function namesOf(line: HeadLine, lines: readonly HeadLine[], words: PageWords): Candidate[] {
  const parts = partsOf(line, words);
  const whole: Candidate = {
    ...ofText(line, line.text, words),
    traits: line.traits,
    isContact: line.isContact,
    pieces: parts[0]?.pieces ?? [],
  };
  return [
    ...runningOn(line, lines, words),
    whole,
    ...parts,
    ...quotedIn(line, words),
    ...joinedWith(line, lineBelow(line, lines), words),
  ];
}

function ofText(line: HeadLine, text: string, words: PageWords): Candidate {
  const traits = words.issuer.traitsOf(text, words.languages);
  return {
    line,
    text: withoutTail(text),
    traits,
    isContact: false,
    form: 'whole',
    pieces: [],
    piece: null,
    second: null,
  };
}

function hasLetters({ text }: HeadLine): boolean {
  const letters = countLetters(text);
  return letters >= FEWEST_LETTERS || (/\p{sc=Han}/u.test(text) && letters >= 2);
}

/** A dash, a bar or a dot between spaces. */
const SEPARATOR = /\s*(?:\s[–—|·•/-]+\s|[|·•]|\s[–—]+|[–—]+\s|-{2,})\s*/u;

/** The pieces around the dashes, bars and dots that stand between spaces, and the first two of several together. */
function partsOf(line: HeadLine, words: PageWords): Candidate[] {
  const texts = line.text.split(SEPARATOR).filter((piece) => piece.length >= 2);
  if (texts.length < 2) return [];
  const pieces = texts.map((text) => words.issuer.traitsOf(text, words.languages));
  const part = (text: string, piece: number): Candidate => {
    const candidate = ofText(line, text, words);
    const form = piece === 0 ? 'before-dash' : 'after-dash';
    return { ...candidate, isContact: isContact(text, candidate.traits), form, pieces, piece };
  };
  const single = texts.map(part);
  return texts.length === 2 ? single : [...single, part(texts.slice(0, 2).join(' – '), 0)];
}

/** The name in quotation marks, where a legal form and an address stand around it. */
function quotedIn(line: HeadLine, words: PageWords): Candidate[] {
  const name = /[«„“"]([^«»„“”"]{8,})[»”“"]/u.exec(line.text)?.[1];
  if (name === undefined || !/\s/.test(name)) return [];
  return [{ ...ofText(line, name, words), text: name.trim(), form: 'quoted' }];
}

/** How far the letters of lines of one name may differ in size. */
const SAME_SIZE = 0.22;
/** A column narrower than this breaks names over its lines, share of the page. */
const NARROW = 0.25;
const MOST_LINES = 5;

/** In a narrow column a name runs on over the lines of its size: every beginning of the run may be the whole name. */
function runningOn(line: HeadLine, lines: readonly HeadLine[], words: PageWords): Candidate[] {
  if (line.zone !== 'side' && line.box[2] > NARROW) return [];
  const run = [line];
  let next = lineBelow(line, lines);
  while (next !== undefined && belongsTo(line, next) && run.length < MOST_LINES) {
    run.push(next);
    next = lineBelow(next, lines);
  }
  // Two lines are joined in any column.
  return run.slice(2).map((second, at): Candidate => {
    const text = run.slice(0, at + 3).map((one) => one.text);
    return { ...ofText(line, text.join(' '), words), form: 'column', second };
  });
}

function belongsTo(first: HeadLine, next: HeadLine): boolean {
  return Math.abs(next.size - first.size) < SAME_SIZE && !next.isContact;
}

function joinedWith(line: HeadLine, next: HeadLine | undefined, words: PageWords): Candidate[] {
  if (next === undefined || next.isContact || next.isTitle || line.isContact || next.isRecipient) return [];
  const candidate = ofText(line, `${line.text} ${next.text}`, words);
  return candidate.text.length > LONGEST_NAME ? [] : [{ ...candidate, form: 'joined', second: next }];
}

/** The name without the address or the telephone number printed after it on the same line. */
function withoutTail(text: string): string {
  return text
    .replace(/[,;.–—-]?\s*(?:t[ée]l|fax|тел|هاتف|تلفن)\s?[.:].*$/iu, '')
    .replace(/(?:\s*,|\s[–—-])\s*\p{N}+\s?,?\s\p{L}.*$/u, '')
    .replace(/,\s[^,]*\p{N}{2}[^,]*$/u, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
}

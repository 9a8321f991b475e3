import { countLetters } from '#text/count-letters.ts';
import { type HeadLine, isContact, lineBelow, type PageWords } from './head-lines.ts';
import type { LineTraits } from './issuer-words.ts';

/** A name that could be the issuer's: a line, the part of one around a dash or in quotation marks, or lines that belong together. */
export interface Candidate {
  readonly line: HeadLine;
  readonly text: string;
  readonly traits: LineTraits;
  readonly isContact: boolean;
  /** What is printed after a dash is an office of the body or a contact, not a part of its name. */
  readonly hasOfficeTail: boolean;
  readonly form: 'whole' | 'before-dash' | 'after-dash' | 'joined' | 'column' | 'quoted';
  /** The second line of a joined name. */
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
    .filter(({ isContact: isDetail, traits }) => !isDetail || traits.kind !== null);
}

function namesOf(line: HeadLine, lines: readonly HeadLine[], words: PageWords): Candidate[] {
  const parts = partsOf(line, words);
  const tail = parts.at(-1);
  return [
    ...runningOn(line, lines, words),
    {
      line,
      text: withoutTail(line.text),
      traits: line.traits,
      isContact: line.isContact,
      hasOfficeTail: tail !== undefined && (tail.traits.isSection || tail.isContact),
      form: 'whole' as const,
      second: null,
    },
    ...parts,
    ...quotedIn(line, words),
    ...joinedWith(line, lineBelow(line, lines), words),
  ];
}

function hasLetters({ text }: HeadLine): boolean {
  const letters = countLetters(text);
  return letters >= FEWEST_LETTERS || (/\p{sc=Han}/u.test(text) && letters >= 2);
}

/** The pieces around the first dash, bar or dot that stands between spaces. */
function partsOf(line: HeadLine, words: PageWords): Candidate[] {
  const match = /^(.{2,}?)\s*(?:\s[–—|·•/-]+\s|[|·•]|\s[–—]+|[–—]+\s|-{2,})\s*(.{2,})$/u.exec(line.text);
  const [, before, after] = match ?? [];
  if (before === undefined || after === undefined) return [];
  const part = (text: string, form: Candidate['form']): Candidate => {
    const traits = words.issuer.traitsOf(text, words.languages);
    return {
      line,
      text: withoutTail(text),
      traits,
      isContact: isContact(text, traits),
      hasOfficeTail: false,
      form,
      second: null,
    };
  };
  return [part(before, 'before-dash'), part(after, 'after-dash')];
}

/** The name in quotation marks, where a legal form and an address stand around it. */
function quotedIn(line: HeadLine, words: PageWords): Candidate[] {
  const name = /[«„“"]([^«»„“”"]{8,})[»”“"]/u.exec(line.text)?.[1];
  if (name === undefined || !/\s/.test(name)) return [];
  const traits = words.issuer.traitsOf(name, words.languages);
  return [{ line, text: name.trim(), traits, isContact: false, hasOfficeTail: false, form: 'quoted', second: null }];
}

/** How far the letters of lines of one name may differ in size. */
const SAME_SIZE = 0.13;

/** A column narrower than this breaks names over its lines, share of the page. */
const NARROW = 0.25;

/** In a narrow column a name runs on over the lines of its size. */
function runningOn(line: HeadLine, lines: readonly HeadLine[], words: PageWords): Candidate[] {
  if (line.zone !== 'side' && line.box[2] > NARROW) return [];
  const run = [line];
  let next = lineBelow(line, lines);
  while (next !== undefined && Math.abs(next.size - line.size) < SAME_SIZE && !next.isContact && run.length < 5) {
    run.push(next);
    next = lineBelow(next, lines);
  }
  // Two lines are joined in any column.
  if (run.length < (line.zone === 'side' ? 2 : 3)) return [];
  const text = withoutTail(run.map((one) => one.text).join(' '));
  const traits = words.issuer.traitsOf(text, words.languages);
  return [{ line, text, traits, isContact: false, hasOfficeTail: false, form: 'column', second: run.at(-1) ?? null }];
}

function joinedWith(line: HeadLine, next: HeadLine | undefined, words: PageWords): Candidate[] {
  if (next === undefined || next.isContact || next.isTitle || line.isContact || next.isRecipient) return [];
  const text = withoutTail(`${line.text} ${next.text}`);
  if (text.length > LONGEST_NAME) return [];
  return [
    {
      line,
      text,
      traits: words.issuer.traitsOf(text, words.languages),
      isContact: false,
      hasOfficeTail: false,
      form: 'joined',
      second: next,
    },
  ];
}

/** The name without the address or the telephone number printed after it on the same line. */
function withoutTail(text: string): string {
  return text
    .replace(/[,;.–—-]?\s*(?:t[ée]l|fax|тел|هاتف|تلفن)\s?[.:].*$/iu, '')
    .replace(/\s*[,–—-]\s*\p{N}+\s?,?\s\p{L}.*$/u, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
}

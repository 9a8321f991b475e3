import { distance } from 'fastest-levenshtein';
import type { TextLine } from '../text-line.ts';
import { labelKey } from './label-tokens.ts';

/** Where printed words that make a label stand: tokens `from` to before `to` of a line. */
export interface LabelHit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

interface Phrase extends LabelHit {
  readonly key: string;
  readonly letters: number;
}

/** Words of the longest label. */
const LONGEST = 8;
/** A label of one short word in the middle of a sentence is no label, unless a colon follows it. */
const LEAST_LETTERS_INSIDE = 9;
/** Letters for each that may be misread, and the shortest label that may be. */
const LETTERS_PER_SLIP = 6;
const LEAST_LETTERS_MISREAD = 5;

/** Finds labels on a paper, exact ones and misread ones. Made once a paper. */
export interface LabelIndex {
  /** Hits of the labels, best label first, then in reading order. Misread ones are looked for when none is exact. */
  find(labels: readonly string[], isMisreadToo: boolean): readonly LabelHit[];
  /** How many words the longest label has that begins at the token; 0 where none does. */
  labelAt(line: number, token: number): number;
}

/** `labels` are all labels of the paper's fields: where one begins, another value ends. */
export function createLabelIndex(lines: readonly TextLine[], labels: ReadonlySet<string>): LabelIndex {
  const exact = new Map<string, Phrase[]>();
  const byLength = new Map<number, Phrase[]>();
  const starts = new Map<string, number>();
  for (const phrase of lines.flatMap(phrasesOf)) {
    push(exact, phrase.key, phrase);
    if (lines[phrase.line]?.tokens[phrase.from]?.isCellStart === true) push(byLength, phrase.key.length, phrase);
    // Longer phrases come later.
    if (labels.has(phrase.key)) starts.set(`${phrase.line} ${phrase.from}`, phrase.to - phrase.from);
  }
  // "Nom et prénom" is not "Nom".
  const isWhole = ({ line, from, to }: LabelHit): boolean => (starts.get(`${line} ${from}`) ?? 0) <= to - from;
  return {
    find: (wanted, isMisreadToo) => {
      const keys = wanted.map(keyOfLabel);
      const hits = keys.flatMap((key) => exact.get(key) ?? []).filter(isWhole);
      if (hits.length > 0 || !isMisreadToo) return hits;
      return keys.flatMap((key) => misread(key, byLength));
    },
    labelAt: (line, token) => starts.get(`${line} ${token}`) ?? 0,
  };
}

const keys = new Map<string, string>();

/** Labels are the same for every paper. */
export function keyOfLabel(label: string): string {
  const known = keys.get(label) ?? labelKey(label);
  keys.set(label, known);
  return known;
}

function phrasesOf(line: TextLine, at: number): Phrase[] {
  return line.tokens.flatMap((token, from) => (token.key === '' ? [] : phrasesFrom(line, at, from)));
}

/** Phrases of one to eight words that begin at a token and stay in its cell. */
function phrasesFrom({ tokens }: TextLine, line: number, from: number): Phrase[] {
  const least = tokens[from]?.isCellStart === true ? 1 : LEAST_LETTERS_INSIDE;
  const phrases: Phrase[] = [];
  let key = '';
  for (const [ahead, token] of tokens.slice(from, from + LONGEST).entries()) {
    if (token.isAfterGap && ahead > 0) break;
    if (token.key === '') continue;
    key += token.key;
    const isAnnounced = /[:：]$/.test(token.text) || /^[:：]/.test(tokens[from + ahead + 1]?.text ?? '');
    if (key.length >= least || isAnnounced)
      phrases.push({ line, from, to: from + ahead + 1, key, letters: lettersOf(key) });
  }
  return phrases;
}

function misread(key: string, byLength: ReadonlyMap<number, readonly Phrase[]>): LabelHit[] {
  if (key.length < LEAST_LETTERS_MISREAD) return [];
  const most = Math.max(1, Math.floor(key.length / LETTERS_PER_SLIP));
  const letters = lettersOf(key);
  const hits: { phrase: Phrase; slips: number }[] = [];
  for (let length = key.length - most; length <= key.length + most; length += 1) {
    for (const phrase of byLength.get(length) ?? []) {
      // Each slip changes at most two letters of the set.
      if (bitsOf(phrase.letters ^ letters) > 2 * most) continue;
      const slips = distance(phrase.key, key);
      if (slips <= most) hits.push({ phrase, slips });
    }
  }
  return hits.sort((a, b) => a.slips - b.slips).map(({ phrase }) => phrase);
}

/** Which letters a key has, one bit for each of 32 classes. */
function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

function push<Key>(map: Map<Key, Phrase[]>, key: Key, phrase: Phrase): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [phrase]);
  else list.push(phrase);
}

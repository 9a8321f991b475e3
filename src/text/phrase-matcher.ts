import { distance } from 'fastest-levenshtein';
import { foldWords } from './fold-words.ts';
import { followPhrase, type Reading } from './follow-phrase.ts';
import { createMisreadIndex, type MisreadIndex } from './misread-index.ts';
import type { SequenceWord } from './word-sequence.ts';

/** A phrase that was found: which one, the words it covers (`to` exclusive), and how faithfully (1 letter by letter). */
export interface PhraseHit {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
}

export interface PhraseMatcher {
  /** Every occurrence of every phrase; overlapping ones included. */
  find(words: readonly SequenceWord[]): PhraseHit[];
}

/** From this length on a misread letter still leaves a word recognisable (about one letter in eight may be wrong). */
const FUZZY_LETTERS = 6;
/** Endings up to this long may be added by inflection. */
const ENDING_LETTERS = 3;
const STEM_LETTERS = 5;
const INFLECTED = 0.9;

/**
 * Finds many phrases at once in folded words, forgiving what recognisers and grammar do to words: a wrong letter in a long word,
 * an ending, a lost or an added space, a lost word in a long phrase. Built once for a list of phrases, then about a microsecond a word.
 */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const folded = phrases.map(foldWords);
  const index = indexPhrases(folded);
  const readings = new Map<string, Reading>();
  const read = (word: SequenceWord): Reading => {
    const key = word.isRecognised ? word.folded : `=${word.folded}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = readWord(word, index);
    if (readings.size > 20_000) readings.clear();
    readings.set(key, reading);
    return reading;
  };
  return {
    find: (words) => {
      const readingOf = words.map(read);
      const hits: PhraseHit[] = [];
      for (let from = 0; from < words.length; from += 1) {
        for (const phrase of startingAt(words, readingOf, from, index)) {
          const pattern = folded[phrase];
          if (pattern === undefined) continue;
          const hit = followPhrase({ pattern, words, readings: readingOf }, from);
          if (hit !== undefined) hits.push({ phrase, from, ...hit });
        }
      }
      return hits;
    },
  };
}

interface PhraseIndex {
  /** First word (also two first words run together) → phrases. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
  readonly vocabulary: ReadonlySet<string>;
  /** The words that are long enough to be known when misread. */
  readonly misread: MisreadIndex;
}

function indexPhrases(folded: readonly (readonly string[])[]): PhraseIndex {
  const starts = new Map<string, number[]>();
  const vocabulary = new Set<string>();
  folded.forEach((words, phrase) => {
    const [first, second] = words;
    if (first === undefined) return;
    append(starts, first, phrase);
    if (second !== undefined) append(starts, first + second, phrase);
    for (const word of words) vocabulary.add(word);
  });
  const long = [...new Set([...vocabulary, ...starts.keys()])].filter((word) => word.length >= FUZZY_LETTERS);
  return { starts, vocabulary, misread: createMisreadIndex(long) };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function readWord(word: SequenceWord, index: PhraseIndex): Reading {
  const { folded } = word;
  const reading = new Map<string, number>([[folded, 1]]);
  for (let cut = 1; cut <= ENDING_LETTERS && folded.length - cut >= STEM_LETTERS; cut += 1) {
    const stem = folded.slice(0, -cut);
    if (index.vocabulary.has(stem)) reading.set(stem, INFLECTED);
  }
  if (word.isRecognised && folded.length >= FUZZY_LETTERS - 1) addMisreadings(folded, index, reading);
  return reading;
}

/** Known words that a recogniser may have meant: about one letter in eight may differ. */
function addMisreadings(folded: string, index: PhraseIndex, reading: Map<string, number>): void {
  for (const known of index.misread.near(folded)) {
    if (reading.has(known)) continue;
    const slips = distance(folded, known);
    if (slips <= Math.max(1, Math.floor(known.length / 8))) reading.set(known, 1 - (1.5 * slips) / known.length);
  }
}

function startingAt(
  words: readonly SequenceWord[],
  readings: readonly Reading[],
  from: number,
  index: PhraseIndex,
): Set<number> {
  const phrases = new Set<number>();
  for (const known of readings[from]?.keys() ?? [])
    for (const phrase of index.starts.get(known) ?? []) phrases.add(phrase);
  const next = words[from + 1];
  const first = words[from];
  if (first !== undefined && next !== undefined && next.line === first.line && next.folded.length > 1) {
    for (const phrase of index.starts.get(first.folded + next.folded) ?? []) phrases.add(phrase);
  }
  return phrases;
}

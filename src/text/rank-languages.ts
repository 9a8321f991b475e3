import { francAll } from 'franc';
import { foldText } from './fold-text.ts';
import { LANGUAGE_TRAITS, type LanguageTraits, SCRIPT_LANGUAGE } from './language-traits.ts';

/** A language a text may be in. Confidences of one text add up to one at most; what is missing is "none of these". */
export interface RankedLanguage {
  /** ISO 639-1, else 639-3. */
  readonly code: string;
  /** ISO 15924. */
  readonly script: string;
  readonly confidence: number;
}

/** Letters needed before trigrams mean anything. */
const ENOUGH_LETTERS = 40;
/** Share of frequent words in ordinary text of the right language. */
const USUAL_WORD_SHARE = 0.35;
/** A language has fewer of its seldom letters than this; twice as many are another language's. */
const SELDOM_SHARE = 0.025;
const WEIGHT = { franc: 5, words: 6, letters: 2.5, never: 5, seldom: 5 };
const TEMPERATURE = 0.8;

/**
 * The languages a text is likely to be in, the likeliest first; empty for a text without letters. The script decides first, then
 * frequent words, letters that only some languages have, and franc's trigrams. Made for noisy recognised text: a few hundred microseconds a page.
 */
export function rankLanguages(text: string): RankedLanguage[] {
  const sample = text.normalize('NFC').slice(0, 4000);
  const { script, letters } = mainScript(sample);
  if (letters === 0) return [];
  const sole = SCRIPT_LANGUAGE[script];
  if (sole !== undefined) {
    return [{ code: japanese(sample, sole), script, confidence: letters >= 4 ? 0.99 : 0.6 }];
  }
  const candidates = LANGUAGE_TRAITS[script] ?? [];
  if (candidates.length === 0) return [];
  const francScores = francByCode(sample, candidates, letters);
  const features = measure(sample);
  const scored = candidates.map((one) => ({
    code: one.code,
    score: score(one, features, francScores.get(one.code) ?? 0),
  }));
  return asConfidences(scored, script, letters);
}

interface TextFeatures {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly letters: ReadonlyMap<string, number>;
  readonly count: number;
}

function measure(text: string): TextFeatures {
  const lower = text.toLowerCase();
  const words = lower.match(/[\p{L}\p{M}'ʻ’]+/gu) ?? [];
  const letters = new Map<string, number>();
  let count = 0;
  for (const letter of lower) {
    if (!/\p{L}/u.test(letter)) continue;
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
    count += 1;
  }
  return { words, folded: words.map(foldWord), letters, count };
}

interface KnownWords {
  readonly printed: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}
const wordLists = new Map<LanguageTraits, KnownWords>();

function knownWords(traits: LanguageTraits): KnownWords {
  const known = wordLists.get(traits);
  if (known !== undefined) return known;
  const words = traits.words.split(' ');
  const lists = { printed: new Set(words), folded: new Set(words.map(foldWord)) };
  wordLists.set(traits, lists);
  return lists;
}

/** A model made for Arabic writes Persian and Urdu words with Arabic forms of two letters. */
function foldWord(word: string): string {
  return foldText(word).replace(/[يى]/g, 'ی').replace(/ك/g, 'ک');
}

function score(traits: LanguageTraits, text: TextFeatures, franc: number): number {
  const { printed, folded } = knownWords(traits);
  let words = 0;
  let letters = 0;
  text.words.forEach((word, at) => {
    const weight = printed.has(word) ? 1 : 0.6 * Number(folded.has(text.folded[at] ?? ''));
    // A one-letter word is often a misread mark.
    words += [...word].length === 1 ? weight * 0.3 : weight;
    letters += 1;
  });
  const share = letters === 0 ? 0 : Math.min(1, words / letters / USUAL_WORD_SHARE);
  const own = Math.min(1, lettersOf(traits.letters, text) / (traits.usualLetters ?? 0.02));
  const alien = Math.min(1, lettersOf(traits.never, text) / 0.015);
  const crowded = Math.min(1, Math.max(0, lettersOf(traits.seldom, text) / SELDOM_SHARE - 1));
  const against = WEIGHT.never * alien + WEIGHT.seldom * crowded;
  const forIt = WEIGHT.franc * franc + WEIGHT.words * share + WEIGHT.letters * own * (1 - crowded);
  return forIt + (traits.prior ?? 0) - against;
}

/** Share of the text's letters that are in the list. */
function lettersOf(list: string | undefined, text: TextFeatures): number {
  if (list === undefined || text.count === 0) return 0;
  let count = 0;
  for (const letter of list) count += text.letters.get(letter) ?? 0;
  return count / text.count;
}

function francByCode(
  text: string,
  candidates: readonly LanguageTraits[],
  letters: number,
): ReadonlyMap<string, number> {
  const only = candidates.flatMap((one) => one.franc ?? []);
  const ranked = francAll(text.replace(/[\d.,:;/()]+/g, ' '), { only, minLength: 10 });
  const trust = Math.min(1, letters / (2 * ENOUGH_LETTERS));
  const scores = new Map(ranked);
  const worst = Math.min(...ranked.map(([, value]) => value), 0.7);
  return new Map(
    candidates.map((one) => {
      const value = scores.get(one.franc ?? '') ?? 0;
      // franc's scores lie close together near one: stretch the upper part.
      return [one.code, trust * Math.max(0, (value - worst) / (1 - worst || 1)) ** 3];
    }),
  );
}

function asConfidences(
  scored: readonly { code: string; score: number }[],
  script: string,
  letters: number,
): RankedLanguage[] {
  const highest = Math.max(...scored.map((one) => one.score));
  const weights = scored.map((one) => ({ code: one.code, weight: Math.exp((one.score - highest) / TEMPERATURE) }));
  const sum = weights.reduce((total, one) => total + one.weight, 0);
  // Little print, or print that looks like nothing known, leaves room for "none of these".
  const sure = Math.min(1, letters / ENOUGH_LETTERS) * Math.min(1, Math.max(0.2, highest / 5));
  return weights
    .map((one) => ({ code: one.code, script, confidence: (sure * one.weight) / sum }))
    .filter((one) => one.confidence > 0.005)
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1));
}

const SCRIPT_PATTERNS = [...Object.keys(LANGUAGE_TRAITS), ...Object.keys(SCRIPT_LANGUAGE)].map((script) => ({
  script,
  pattern: new RegExp(`\\p{sc=${script}}`, 'gu'),
}));

function mainScript(text: string): { script: string; letters: number } {
  let best = { script: '', letters: 0 };
  for (const { script, pattern } of SCRIPT_PATTERNS) {
    const letters = (text.match(pattern) ?? []).length;
    if (letters > best.letters) best = { script, letters };
  }
  return best;
}

/** Japanese mixes Chinese characters with its own; a few of those settle it. */
function japanese(text: string, sole: string): string {
  return sole === 'zh' && (text.match(/[\p{sc=Hira}\p{sc=Kana}]/gu) ?? []).length >= 3 ? 'ja' : sole;
}

import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';
import { foldWords } from '#text/fold-words.ts';
import { createPhraseMatcher, type PhraseMatcher } from '#text/phrase-matcher.ts';
import type { SequenceWord } from '#text/word-sequence.ts';
import { knownWords } from './known-words.ts';
import { type LineTraits, lineTraits, type Match } from './line-traits.ts';

/** The issuer cues of all languages, ready to match. */
export interface IssuerWords {
  /** `languages` are those of the page: their words may be misread, those of others must stand letter by letter. Empty: any. */
  traitsOf(text: string, languages: ReadonlySet<string>): LineTraits;
}

/** A word shorter than this is matched letter by letter; one of another language must be as long. */
const FORGIVING_LETTERS = 6;
/** Likeness of a word that was inflected but read right. */
const INFLECTED = 0.9;

const prepared = new WeakMap<readonly IssuerCues[], IssuerWords>();

/** Indexes the cues once for each pipeline. */
export function issuerWords(cues: readonly IssuerCues[]): IssuerWords {
  const known = prepared.get(cues);
  if (known !== undefined) return known;
  const entries = cues.flatMap(knownWords);
  const matcher = createPhraseMatcher(entries.map(({ word }) => word));
  const meanings = entries.map((entry) => ({ ...entry, letters: foldWords(entry.word).join('').length }));
  const words: IssuerWords = {
    traitsOf: (text, languages) => {
      const sequence = toSequence(text);
      return lineTraits(sequence, matchesIn(sequence, { matcher, meanings, languages }));
    },
  };
  prepared.set(cues, words);
  return words;
}

interface Knowledge {
  readonly matcher: PhraseMatcher;
  readonly meanings: readonly Omit<Match, 'hit' | 'isForeign'>[];
  readonly languages: ReadonlySet<string>;
}

/** Words of the page's languages; those of other languages only where they say what the page's own do not. */
function matchesIn(words: readonly SequenceWord[], { matcher, meanings, languages }: Knowledge): Match[] {
  const matches = matcher.find(words).flatMap((hit): Match[] => {
    const meaning = meanings[hit.phrase];
    if (meaning === undefined) return [];
    return [{ ...meaning, hit, isForeign: languages.size > 0 && !languages.has(meaning.language) }];
  });
  const own = matches.filter(
    ({ isForeign, hit, letters }) => !isForeign && (hit.likeness === 1 || letters >= FORGIVING_LETTERS),
  );
  const foreign = matches.filter(
    (match) =>
      match.isForeign &&
      match.hit.likeness >= INFLECTED &&
      match.letters >= FORGIVING_LETTERS &&
      !own.some(({ hit }) => hit.from < match.hit.to && match.hit.from < hit.to),
  );
  return [...own, ...foreign];
}

function toSequence(text: string): SequenceWord[] {
  return foldWords(text).map((folded) => ({
    folded,
    printed: folded,
    box: [0, 0, 0, 0],
    line: 0,
    page: 1,
    isRecognised: true,
  }));
}

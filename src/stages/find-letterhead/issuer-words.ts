import type { IssuerCues } from '#definitions/issuer-cues.schema.ts';
import { foldWords } from '#text/fold-words.ts';
import { createPhraseMatcher, type PhraseHit, type PhraseMatcher } from '#text/phrase-matcher.ts';
import type { SequenceWord } from '#text/word-sequence.ts';

/** What the known words say of a line. */
export interface LineTraits {
  /** Kind of issuer whose word stands in the line, the longest word winning; null for none. */
  readonly kind: string | null;
  /** Letters of that word; 0 for none. */
  readonly kindLetters: number;
  /** Whether that word begins, or ends, the line. */
  readonly isKindFirst: boolean;
  readonly isKindLast: boolean;
  /** A ministry, a state: begins or ends the line. */
  readonly isUmbrella: boolean;
  /** A part of a body: begins the line. */
  readonly isSection: boolean;
  /** Begins with the word of a part, be it the word of a body as well (`Service de l'état civil`). */
  readonly beginsAsSection: boolean;
  /** Says that it serves a whole country or region; or one place. */
  readonly isWide: boolean;
  readonly isLocal: boolean;
  readonly isRecipient: boolean;
  readonly isSupporter: boolean;
  readonly hasStreet: boolean;
  readonly isStreetFirst: boolean;
  /** Contact details, a reference, a date: begins the line. */
  readonly isDetail: boolean;
  /** So does a word of three letters or less (`le`, `no`), which begins names as well. */
  readonly isShortDetail: boolean;
}

/** The issuer cues of all languages, ready to match. */
export interface IssuerWords {
  /** `languages` are those of the page: their words may be misread, those of others must stand letter by letter. Empty: any. */
  traitsOf(text: string, languages: ReadonlySet<string>): LineTraits;
}

type Role = 'kind' | 'umbrella' | 'wide' | 'local' | 'section' | 'recipient' | 'supporter' | 'street' | 'detail';

interface KnownWord {
  readonly role: Role;
  readonly kind: string | null;
  readonly language: string;
  readonly letters: number;
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
  const entries = cues.flatMap(entriesOf);
  const matcher = createPhraseMatcher(entries.map(({ word }) => word));
  const meanings = entries.map(({ word, ...entry }) => ({ ...entry, letters: foldWords(word).join('').length }));
  const words: IssuerWords = {
    traitsOf: (text, languages) => traitsOf(toSequence(text), { matcher, meanings, languages }),
  };
  prepared.set(cues, words);
  return words;
}

function entriesOf(cues: IssuerCues): (Omit<KnownWord, 'letters'> & { readonly word: string })[] {
  const { language } = cues;
  const plain = (role: Role, list: readonly string[]) => list.map((word) => ({ role, kind: null, language, word }));
  return [
    ...Object.entries(cues.kinds).flatMap(([kind, list]) =>
      list.map((word) => ({ role: 'kind' as const, kind, language, word })),
    ),
    ...plain('umbrella', cues.umbrellas),
    ...plain('wide', cues.wide),
    ...plain('local', cues.local),
    ...plain('section', cues.sections),
    ...plain('recipient', cues.recipients),
    ...plain('supporter', cues.supporters),
    ...plain('street', cues.streets),
    ...plain('detail', cues.details),
  ];
}

interface Match extends KnownWord {
  readonly hit: PhraseHit;
}

interface Knowledge {
  readonly matcher: PhraseMatcher;
  readonly meanings: readonly KnownWord[];
  readonly languages: ReadonlySet<string>;
}

function traitsOf(words: readonly SequenceWord[], knowledge: Knowledge): LineTraits {
  const matches = matchesIn(words, knowledge);
  const isFirst = ({ hit }: Match): boolean => hit.from === 0;
  const isLast = ({ hit }: Match): boolean => hit.to === words.length;
  const of = (role: Role): Match[] => matches.filter((match) => match.role === role);
  const kinds = of('kind').sort((a, b) => b.letters * b.hit.likeness - a.letters * a.hit.likeness);
  return {
    kind: kinds[0]?.kind ?? null,
    kindLetters: kinds[0]?.letters ?? 0,
    isKindFirst: kinds.some(isFirst),
    isKindLast: kinds.some(isLast),
    isUmbrella: of('umbrella').some((match) => isFirst(match) || isLast(match)),
    // `Отделение полиции` is a body though `отделение` alone is a part of one.
    isSection: of('section').some(
      (match) => isFirst(match) && !kinds.some((kind) => isFirst(kind) && kind.hit.to > match.hit.to),
    ),
    beginsAsSection: of('section').some(isFirst),
    isWide: of('wide').length > 0,
    isLocal: of('local').length > 0,
    isRecipient: of('recipient').some(isFirst),
    isSupporter: of('supporter').length > 0,
    hasStreet: of('street').length > 0,
    isStreetFirst: of('street').some(isFirst),
    isDetail: of('detail').some(isFirst),
    isShortDetail: of('detail')
      .filter(isFirst)
      .every(({ letters }) => letters < TELLING_LETTERS),
  };
}

/** Words shorter than this begin names as well. */
const TELLING_LETTERS = 4;

/** Words of the page's languages; those of other languages only where they say what the page's own do not. */
function matchesIn(words: readonly SequenceWord[], { matcher, meanings, languages }: Knowledge): Match[] {
  const matches = matcher.find(words).flatMap((hit): Match[] => {
    const meaning = meanings[hit.phrase];
    return meaning === undefined ? [] : [{ ...meaning, hit }];
  });
  const isOwn = ({ language }: Match): boolean => languages.size === 0 || languages.has(language);
  const own = matches.filter(
    (match) => isOwn(match) && (match.hit.likeness === 1 || match.letters >= FORGIVING_LETTERS),
  );
  const foreign = matches.filter(
    (match) =>
      !isOwn(match) &&
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

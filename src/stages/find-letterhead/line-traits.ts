import type { PhraseHit } from '#text/phrase-matcher.ts';
import type { SequenceWord } from '#text/word-sequence.ts';
import { type KnownWord, LEVEL, type Role } from './known-words.ts';

/** What the known words say of a line. */
export interface LineTraits {
  /** Kind of issuer whose word stands in the line, the longest word winning; null for none. */
  readonly kind: string | null;
  /** Letters of that word; 0 for none. */
  readonly kindLetters: number;
  /** Whether that word is of a language that the page is not written in. */
  readonly isKindForeign: boolean;
  /** Whether such a word begins the line. */
  readonly isKindFirst: boolean;
  /** Whether one such word stands there twice: `Docteur … Docteur …` names two people. */
  readonly isKindTwice: boolean;
  /** How near to people such a body is, its place in `LEVELS`: 0 unknown, 1 a state … 5 a station, a hospital, a school, 6 a part of a body. */
  readonly level: number;
  /** Begins, or ends, with the word of a paper (`Rapport de …`, `… Belgesi`), as its language has it. */
  readonly isPaper: boolean;
  /** What no list knows of the line, folded: the words that set a name apart. */
  readonly ownWords: readonly string[];
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
  /** Begins with `avec le soutien de`, `funded by`. */
  readonly isSupporter: boolean;
  readonly hasStreet: boolean;
  /** Contact details, a reference, a date: begins the line. */
  readonly isDetail: boolean;
  /** So does a word of three letters or less (`le`, `no`), which begins names as well. */
  readonly isShortDetail: boolean;
}

/** A known word that was found in a line. */
export interface Match extends Omit<KnownWord, 'word'> {
  readonly hit: PhraseHit;
  /** Letters of the word. */
  readonly letters: number;
  /** Whether its language is none of the page's. */
  readonly isForeign: boolean;
}

/** Words shorter than this begin names as well. */
const TELLING_LETTERS = 4;

/** What the matches in a line say of it. */
export function lineTraits(words: readonly SequenceWord[], matches: readonly Match[]): LineTraits {
  const isLast = ({ hit }: Match): boolean => hit.to === words.length;
  const of = (role: Role): Match[] => matches.filter((match) => match.role === role);
  const details = of('detail').filter(isFirst);
  return {
    ...kindTraits(of('kind')),
    level: levelOf(of('level'), words.length),
    isPaper: of('paper').some((match) => isAtItsPlace(match, words.length)),
    ownWords: ownWordsOf(words, matches),
    isUmbrella: of('umbrella').some((match) => isFirst(match) || isLast(match)),
    ...sectionTraits(of('section'), of('kind')),
    isWide: of('wide').length > 0,
    isLocal: of('local').length > 0,
    isRecipient: of('recipient').some(isFirst),
    isSupporter: of('supporter').some(isFirst),
    hasStreet: of('street').length > 0,
    isDetail: details.length > 0,
    isShortDetail: details.every(({ letters }) => letters < TELLING_LETTERS),
  };
}

function isFirst({ hit }: Match): boolean {
  return hit.from === 0;
}

function kindTraits(
  matches: readonly Match[],
): Pick<LineTraits, 'kind' | 'kindLetters' | 'isKindForeign' | 'isKindFirst' | 'isKindTwice'> {
  const kinds = matches.toSorted((a, b) => b.letters * b.hit.likeness - a.letters * a.hit.likeness);
  const [longest] = kinds;
  return {
    kind: longest?.kind ?? null,
    kindLetters: longest?.letters ?? 0,
    isKindForeign: longest?.isForeign ?? false,
    isKindFirst: kinds.some(isFirst),
    isKindTwice: new Set(kinds.map(({ hit }) => hit.phrase)).size < kinds.length,
  };
}

function sectionTraits(
  sections: readonly Match[],
  kinds: readonly Match[],
): Pick<LineTraits, 'isSection' | 'beginsAsSection'> {
  const first = sections.filter(isFirst);
  return {
    beginsAsSection: first.length > 0,
    // `Отделение полиции` is a body though `отделение` alone is a part of one.
    isSection: first.some(({ hit }) => !kinds.some((kind) => isFirst(kind) && kind.hit.to > hit.to)),
  };
}

/** The word for a body where its language has it outweighs one inside the name that is this much longer. */
const AT_ITS_PLACE = 30;
/** A station or a school is named inside a name as well; an office or a ministry there is another body. */
const SEAT_INSIDE = 18;

/** The level of the word that says what the body is: the one where its language has that word, then the longest. */
function levelOf(matches: readonly Match[], words: number): number {
  let best: { readonly level: number; readonly weight: number } = { level: LEVEL.unknown, weight: 0 };
  for (const match of matches) {
    const { hit, letters, level } = match;
    const isHead = isAtItsPlace(match, words);
    if (!isHead && level !== LEVEL.seat) continue;
    const weight = letters * hit.likeness + (isHead ? AT_ITS_PLACE : SEAT_INSIDE);
    if (weight > best.weight) best = { level, weight };
  }
  return best.level;
}

/** Whether a word stands where its language has the word that says what a thing is. */
function isAtItsPlace({ hit, head }: Match, words: number): boolean {
  return (hit.from === 0 && head !== 'last') || (hit.to === words && head !== 'first');
}

/** Shorter words are articles and specks; a character of a script without spaces is a word. */
const OWN_LETTERS = 3;

function ownWordsOf(words: readonly SequenceWord[], matches: readonly Match[]): string[] {
  return words.flatMap(({ folded }, at) =>
    isOwnWord(folded) && !matches.some(({ hit }) => hit.from <= at && at < hit.to) ? [folded] : [],
  );
}

function isOwnWord(word: string): boolean {
  return !/^\p{N}/u.test(word) && (word.length >= OWN_LETTERS || /^\p{sc=Han}/u.test(word));
}

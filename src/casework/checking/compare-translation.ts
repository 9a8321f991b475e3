import type { Place } from '#domain/findings.ts';
import type { TranslationDifference } from '#domain/translation-order.ts';
import { foldWords } from '#text/fold-words.ts';
import { lineText } from '#text/line-text.ts';
import { isNearDay, isNearNumber } from '../relations/translations/find-differences.ts';
import { datesOf, type Fact, numbersOf, type ReadPaper } from './paper-facts.ts';

/** Somebody whom the original names. */
export interface NamedPerson {
  readonly name: string;
  readonly place: Place | null;
  /** How much of the name stands among folded words, in any spelling. */
  find(words: readonly string[]): 'whole' | 'part' | 'absent';
}

export interface ComparisonRules {
  /** Dates less sure than this are not compared. */
  readonly leastConfidence: number;
}

/** Two figures are an age or a house number; three are a number. */
const LEAST_FIGURES = 3;

/**
 * Days, numbers and names of an original that its translation does not have, what stands there instead first. Calendars and digits of every script compare
 * as what they mean. What the translation has more (its own date, its stamp) is not told.
 */
export function compareTranslation(
  original: ReadPaper & { readonly people: readonly NamedPerson[] },
  translation: ReadPaper,
  { leastConfidence }: ComparisonRules,
): TranslationDifference[] {
  const days = lacking(datesOf(original, leastConfidence), datesOf(translation, 0), isNearDay);
  const numbers = lacking(numbersOf(original, LEAST_FIGURES), numbersOf(translation, 1), isNearNumber);
  const differences = [
    ...days.map((pair) => difference('day', pair)),
    ...numbers.map((pair) => difference('number', pair)),
    ...namesLacking(original.people, translation),
  ];
  return [
    ...differences.filter(({ verdict }) => verdict === 'differs'),
    ...differences.filter(({ verdict }) => verdict === 'missing'),
  ];
}

interface Lacking {
  readonly fact: Fact;
  readonly near: Fact | undefined;
}

function lacking(
  original: readonly Fact[],
  translation: readonly Fact[],
  isNear: (one: string, other: string) => boolean,
): Lacking[] {
  const values = new Set(translation.map(({ value }) => value));
  const groups = new Set(translation.flatMap((fact) => fact.groups));
  const isThere = (fact: Fact): boolean =>
    values.has(fact.value) || (fact.groups.length > 0 && fact.groups.every((group) => groups.has(group)));
  const known = new Set(original.map(({ value }) => value));
  const open = translation.filter(({ value }) => !known.has(value));
  return original
    .filter((fact) => !isThere(fact))
    .map((fact) => {
      const at = open.findIndex(({ value }) => isNear(fact.value, value));
      const [near] = at < 0 ? [] : open.splice(at, 1);
      return { fact, near };
    });
}

function difference(kind: 'day' | 'number', { fact, near }: Lacking): TranslationDifference {
  return {
    kind,
    verdict: near === undefined ? 'missing' : 'differs',
    original: fact.value,
    translation: near?.value ?? null,
    originalPlace: fact.place,
    translationPlace: near?.place ?? null,
  };
}

function namesLacking(people: readonly NamedPerson[], { pages }: ReadPaper): TranslationDifference[] {
  const words = pages.flatMap(({ lines }) => lines.flatMap((line) => foldWords(lineText(line))));
  return people.flatMap(({ name, place, find }): TranslationDifference[] => {
    const presence = find(words);
    if (presence === 'whole') return [];
    const verdict = presence === 'part' ? 'differs' : 'missing';
    return [{ kind: 'name', verdict, original: name, translation: null, originalPlace: place, translationPlace: null }];
  });
}

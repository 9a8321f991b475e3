import type { TranslationDifference } from '#domain/translation-order.ts';

/** From which language into which; null where it is not clear. */
export interface OrderedLanguages {
  readonly language: string | null;
  readonly into: string;
}

/** What a translation is in, where that is clear, and the languages that it says it was made from. */
export interface SaidLanguages {
  readonly writtenIn: readonly string[];
  readonly madeFrom: ReadonlySet<string>;
}

/** A translation that is in another language than was ordered, or says it was made from another one. What it does not say is no difference. */
export function compareLanguages(
  { language, into }: OrderedLanguages,
  { writtenIn, madeFrom }: SaidLanguages,
): TranslationDifference[] {
  const [written] = writtenIn;
  const [from] = madeFrom;
  return [
    ...(written === undefined || writtenIn.includes(into) ? [] : [difference('into', into, written)]),
    ...(language === null || from === undefined || madeFrom.has(language) ? [] : [difference('from', language, from)]),
  ];
}

function difference(kind: 'into' | 'from', original: string, translation: string): TranslationDifference {
  return { kind, verdict: 'differs', original, translation, originalPlace: null, translationPlace: null };
}

import type { Bilingual } from '#domain/findings.ts';

/** A value to put into a sentence: the same in both languages, or one for each. */
export type Filling = string | number | Bilingual;

/** The sentence with `{name}` replaced by the value of that name; a name without a value stays as it is, and shows. */
export function fillSentence(sentence: Bilingual, values: Readonly<Record<string, Filling>>): Bilingual {
  const fill = (language: keyof Bilingual): string =>
    sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { fr: fill('fr'), en: fill('en') };
}

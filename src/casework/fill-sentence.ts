import type { Bilingual } from '#domain/findings.ts';

/** A value to put into a sentence: the same in both languages, or one for each. */
export type Filling = string | number | Bilingual;

/** The sentence with `{name}` replaced by the value of that name; a name without a value stays as it is, and shows. */
export function fillSentence(sentence: Bilingual, values: Readonly<Record<string, Filling>>): Bilingual {
  const fill = (language: keyof Bilingual): string =>
    sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (typeof value === 'object') return value[language];
      return typeof value === 'number' ? decimalIn(value, language) : value;
    });
  return { fr: fill('fr'), en: fill('en') };
}

/** 0.8, in French 0,8. */
export function decimalIn(value: number, language: keyof Bilingual): string {
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}

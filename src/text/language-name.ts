import type { Bilingual } from '#domain/findings.ts';

const names = new Map<string, Intl.DisplayNames>();

/** What a language (ISO 639) is called; its code when nobody gave it a name. */
export function languageName(code: string, language: keyof Bilingual): string {
  // Made when first asked for: it takes as long as reading the whole pipeline.
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  names.set(language, known);
  return known.of(code) ?? code;
}

/** The same in both languages of the page. */
export function bothNames(code: string): Bilingual {
  return { fr: languageName(code, 'fr'), en: languageName(code, 'en') };
}

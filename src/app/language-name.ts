import type { Bilingual } from '#domain/findings.ts';

const names = {
  fr: new Intl.DisplayNames(['fr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
} as const;

/** What a language (ISO 639) is called; its code when nobody gave it a name. */
export function languageName(code: string, language: keyof Bilingual): string {
  return names[language].of(code) ?? code;
}

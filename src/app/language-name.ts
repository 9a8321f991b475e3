import type { Bilingual } from '#domain/findings.ts';
import * as languages from '#text/language-name.ts';

/** What a language (ISO 639) is called, for whoever prints it; its code when nobody gave it a name. */
export function languageName(code: string, language: keyof Bilingual): string {
  return languages.languageName(code, language);
}

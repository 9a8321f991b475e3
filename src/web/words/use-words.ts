import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#domain/findings.ts';
import { type Format, formatIn } from './format.ts';
import { keepTogether } from './keep-together.ts';
import { type Language, parseLanguage } from './language.ts';

export interface Words {
  /** The words of the page: `t('cases.title')`, `t('cases.count', { count })`. */
  readonly t: TFunction;
  readonly language: Language;
  /** What the API says in both languages, in the reader's. */
  say(text: Bilingual): string;
  /** Numbers, dates, sizes. */
  readonly format: Format;
}

/** Words, numbers and dates in the reader's language. The component is drawn again when the language changes. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = parseLanguage(i18n.language) ?? 'fr';
  return useMemo(() => {
    const say = (text: Bilingual): string => (language === 'fr' ? keepTogether(text.fr) : text[language]);
    return { t, language, say, format: formatIn(language) };
  }, [t, language]);
}

import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Language, parseLanguage } from '../words/language.ts';
import { changeLanguage } from '../words/start-words.ts';
import { useWords } from '../words/use-words.ts';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** The languages as items of a menu; the one in use is ticked. */
export function LanguageItems(): ReactNode {
  const { t, language } = useWords();
  const choose = (value: string): void => {
    const chosen = parseLanguage(value);
    if (chosen !== undefined) void changeLanguage(chosen);
  };
  return (
    <Menu.RadioGroup value={language} onChange={choose}>
      <Menu.Label>{t('shell.language.label')}</Menu.Label>
      {LANGUAGES.map((one) => (
        <Menu.RadioItem key={one} value={one} lang={one}>
          {t(`shell.language.${one}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

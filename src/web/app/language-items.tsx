import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import type { Language } from '../words/language.ts';
import { changeLanguage } from '../words/start-words.ts';
import { useWords } from '../words/use-words.ts';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** The languages as items of a menu; the one in use is ticked. */
export function LanguageItems(): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      <Menu.Label>{t('shell.language.label')}</Menu.Label>
      {LANGUAGES.map((one) => (
        <Menu.Item
          key={one}
          lang={one}
          role="menuitemradio"
          aria-checked={one === language}
          leftSection={<Icon name="globe" />}
          rightSection={one === language ? <Icon name="check" size={16} /> : null}
          onClick={() => void changeLanguage(one)}
        >
          {t(`shell.language.${one}`)}
        </Menu.Item>
      ))}
    </>
  );
}

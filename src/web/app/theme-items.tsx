import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';

const THEMES: readonly (readonly [MantineColorScheme, IconName])[] = [
  ['light', 'sun'],
  ['dark', 'moon'],
  ['auto', 'screen'],
];

/** Light, dark or as the device, as items of a menu; the one in use is ticked. */
export function ThemeItems(): ReactNode {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('shell.theme.label')}</Menu.Label>
      {THEMES.map(([theme, icon]) => (
        <Menu.Item
          key={theme}
          role="menuitemradio"
          aria-checked={theme === colorScheme}
          leftSection={<Icon name={icon} />}
          rightSection={theme === colorScheme ? <Icon name="check" size={16} /> : null}
          onClick={() => setColorScheme(theme)}
        >
          {t(`shell.theme.${theme}`)}
        </Menu.Item>
      ))}
    </>
  );
}

import { Menu, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';

const THEMES = [
  ['light', 'sun'],
  ['dark', 'moon'],
  ['auto', 'screen'],
] as const;

/** Light, dark or as the device, as items of a menu; the one in use is ticked. */
export function ThemeItems(): ReactNode {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (value: string): void => {
    const chosen = THEMES.find(([theme]) => theme === value);
    if (chosen !== undefined) setColorScheme(chosen[0]);
  };
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      <Menu.Label>{t('shell.theme.label')}</Menu.Label>
      {THEMES.map(([theme, icon]) => (
        <Menu.RadioItem key={theme} value={theme} rightSection={<Icon name={icon} size={16} />}>
          {t(`shell.theme.${theme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

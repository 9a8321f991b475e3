import { Menu, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe, useSignOut } from '../api/me.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { LanguageItems } from './language-items.tsx';
import styles from './shell.module.css';
import { ThemeItems } from './theme-items.tsx';

/** Who I am, language, appearance, keys, way out. */
export function AccountMenu({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = (): void => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in' }) });
  return (
    <Menu position="bottom-end" width={260} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className={styles['account']}>
          <span aria-hidden="true">{initialsOf(me.name)}</span>
          <VisuallyHidden>{`${t('shell.menu.label')} (${me.name})`}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<Icon name="person" />}>
          {t('shell.menu.account')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keyboard" />} rightSection={<kbd>?</kbd>} onClick={onKeys}>
          {t('shell.menu.keys')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={leave}>
          {t('shell.menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Two letters of the name; a sign where it has none. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase() || '·';
}

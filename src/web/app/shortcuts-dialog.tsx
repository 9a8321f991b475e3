import { Kbd, Text } from '@mantine/core';
import { type ReactNode, useContext, useSyncExternalStore } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import type { Shortcut } from '../parts/shortcuts.ts';
import { ShortcutsContext } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import styles from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All shortcuts that hold now: those of the page, then those of the frame. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps): ReactNode {
  const { t } = useWords();
  const registry = useContext(ShortcutsContext);
  const registered = useSyncExternalStore(registry.subscribe, registry.list);
  const shortcuts = registered.map(({ shortcut }) => shortcut);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('shell.keys.title')}>
      <ShortcutList title={t('shell.keys.here')} shortcuts={shortcuts.filter(({ scope }) => scope === 'here')} />
      <ShortcutList
        title={t('shell.keys.everywhere')}
        shortcuts={shortcuts.filter(({ scope }) => scope === 'everywhere')}
      />
      <Text size="sm" c="dimmed" mt="md">
        {t('shell.keys.hint')}
      </Text>
    </Dialog>
  );
}

function ShortcutList({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className={styles['title']}>{title}</h3>
      <dl className={styles['list']}>
        {shortcuts.map(({ keys, what }) => (
          <div key={keys} className={styles['row']}>
            <dt>{what}</dt>
            <dd className={styles['keys']}>
              <KeyNames keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function KeyNames({ keys }: { readonly keys: string }): ReactNode {
  const { t } = useWords();
  return keys.split(' ').map((key, index) => (
    <span key={key}>
      {index === 0 ? null : <span className={styles['then']}>{t('shell.keys.afterwards')}</span>}
      <Kbd>{nameOf(key)}</Kbd>
    </span>
  ));
}

const SIGNS: Readonly<Record<string, string>> = { Enter: '↵', ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': '␣' };

function nameOf(key: string): string {
  const isMac = navigator.userAgent.includes('Mac');
  return key
    .split('+')
    .map((part) => (part === 'mod' ? modName(isMac) : (SIGNS[part] ?? part.toUpperCase())))
    .join(isMac ? '' : ' + ');
}

function modName(isMac: boolean): string {
  return isMac ? '⌘' : 'Ctrl';
}

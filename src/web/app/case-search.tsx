import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { casesQuery } from '../api/cases.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { filterRows } from '../parts/sort-rows.ts';
import { useWords } from '../words/use-words.ts';
import styles from './case-search.module.css';

const SHOWN = 8;

interface CaseSearchProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Goes to a case by some letters of its name. */
export function CaseSearch({ isOpen, onClose }: CaseSearchProps): ReactNode {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('shell.search.title')}>
      <SearchField onClose={onClose} />
    </Dialog>
  );
}

function SearchField({ onClose }: Pick<CaseSearchProps, 'onClose'>): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const { data } = useQuery(casesQuery);
  const all = data ?? [];
  const found = filterRows(all, text, ({ name }) => name).slice(0, SHOWN);
  const go = (caseId: string | undefined): void => {
    if (caseId === undefined) return;
    onClose();
    void navigate({ to: '/cases/$caseId', params: { caseId } });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') go(found[marked]?.id);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setMarked((marked + step + found.length) % Math.max(1, found.length));
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[marked] === undefined ? undefined : `${listId}-${marked}`}
        aria-label={t('shell.search.placeholder')}
        placeholder={t('shell.search.placeholder')}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={t('shell.search.title')} className={styles['list']}>
        {found.map(({ id, name }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys (combobox)
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={styles['option']}
            onMouseEnter={() => setMarked(index)}
            onClick={() => go(id)}
          >
            <Icon name="folder" size={16} />
            {name}
          </div>
        ))}
      </div>
      <p role="status" className={styles['count']}>
        {found.length > 0 ? t('shell.search.results', { count: found.length }) : t(emptyWord(all.length))}
      </p>
    </>
  );
}

function emptyWord(caseCount: number): 'shell.search.noCases' | 'shell.search.none' {
  return caseCount === 0 ? 'shell.search.noCases' : 'shell.search.none';
}

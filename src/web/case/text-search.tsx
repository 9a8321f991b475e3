import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { SHORTEST_SEARCH } from '../api/documents.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './text-search.module.css';

const PAUSE_MS = 300;

interface TextSearchProps {
  readonly onSearch: (words: string) => void;
  /** How many papers were found; undefined while nothing is looked for. */
  readonly found: number | undefined;
}

/** Looks for words inside the papers, while one types. */
export function TextSearch({ onSearch, found }: TextSearchProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const search = useDebouncedCallback(
    (words: string) => onSearch(words.length < SHORTEST_SEARCH ? '' : words),
    PAUSE_MS,
  );
  return (
    <div className={styles['search']}>
      <TextInput
        type="search"
        aria-label={t('caseView.documents.search')}
        placeholder={t('caseView.documents.search')}
        title={t('caseView.documents.searchHint')}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          search(value.trim());
        }}
      />
      <span role="status" className={styles['found']}>
        {found === undefined ? '' : foundWords(found, t)}
      </span>
    </div>
  );
}

function foundWords(count: number, t: ReturnType<typeof useWords>['t']): string {
  return count === 0 ? t('caseView.documents.foundNone') : t('caseView.documents.found', { count });
}

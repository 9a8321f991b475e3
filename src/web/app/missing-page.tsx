import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/use-words.ts';

/** An address that leads nowhere. */
export function MissingPage(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('shell.missing.title')} isNarrow>
      <EmptyState icon="search" title={t('shell.missing.title')} text={t('shell.missing.text')}>
        <Button component={Link} to="/">
          {t('shell.missing.next')}
        </Button>
      </EmptyState>
    </Page>
  );
}

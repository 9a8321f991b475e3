import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/use-words.ts';

/** Where a page would be that could not be shown. */
export function ErrorPage({ error, reset }: ErrorComponentProps): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t('shell.error.title')} isNarrow>
      <FailureNotice
        error={error}
        onRetry={() => {
          reset();
          window.location.reload();
        }}
      />
    </Page>
  );
}

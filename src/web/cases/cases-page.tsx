import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { casesQuery } from '../api/cases.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { CasesTable } from './cases-table.tsx';
import { OpenCaseDialog } from './open-case-dialog.tsx';

/** All cases of my teams. */
export function CasesPage(): ReactNode {
  const { t } = useWords();
  const [isOpening, setIsOpening] = useState(false);
  const query = useQuery(casesQuery);
  useShortcut({ keys: 'n', what: t('cases.open') }, () => setIsOpening(true));
  const open = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIsOpening(true)}>
      {t('cases.open')}
    </Button>
  );
  const hasCases = (query.data?.length ?? 0) > 0;
  return (
    <Page title={t('cases.title')} actions={hasCases ? open : undefined}>
      <QueryView query={query}>
        {(cases) =>
          cases.length === 0 ? (
            <EmptyState icon="folder" title={t('cases.emptyTitle')} text={t('cases.emptyText')}>
              {open}
            </EmptyState>
          ) : (
            <CasesTable cases={cases} />
          )
        }
      </QueryView>
      <OpenCaseDialog isOpen={isOpening} onClose={() => setIsOpening(false)} />
    </Page>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { factsQuery } from '../api/facts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useWords } from '../words/use-words.ts';
import { FactsForm } from './facts-form.tsx';

/** What the adviser knows of the person beside the papers. */
export function FactsButton({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="person" size={16} />} onClick={() => setIsOpen(true)}>
        {t('caseView.facts.open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('caseView.facts.title')}>
        <Facts caseId={caseId} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function Facts({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactNode {
  const query = useQuery(factsQuery(caseId));
  return <QueryView query={query}>{(facts) => <FactsForm caseId={caseId} facts={facts} onDone={onDone} />}</QueryView>;
}

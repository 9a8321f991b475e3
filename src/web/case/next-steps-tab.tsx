import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Judgement, judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { FindingList } from './finding-list.tsx';
import styles from './next-steps-tab.module.css';
import { openRequirements } from './open-requirements.ts';
import { RequestItem } from './request-item.tsx';
import { usePapers } from './use-papers.ts';

/** What every file needs and this one lacks, then what to ask for, the most useful first, with letters that are ready. */
export function NextStepsTab(): ReactNode {
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/next-steps' });
  const query = useQuery(judgementQuery(caseId));
  return <QueryView query={query}>{(judgement) => <Steps caseId={caseId} judgement={judgement} />}</QueryView>;
}

function Steps({ caseId, judgement }: { readonly caseId: string; readonly judgement: Judgement }): ReactNode {
  const { t, say } = useWords();
  const papers = usePapers(caseId);
  const { requests, criteria } = judgement;
  const needed = openRequirements(judgement.findings);
  if (requests.length === 0 && needed.length === 0)
    return <EmptyState icon="check" title={t('caseView.steps.none')} text={t('caseView.steps.noneText')} />;
  return (
    <div className={styles['parts']}>
      {needed.length === 0 ? null : (
        <Section title={t('caseView.steps.needed')} text={t('caseView.steps.neededText')}>
          <FindingList findings={needed} papers={papers} />
        </Section>
      )}
      {requests.length === 0 ? null : (
        <Section title={t('caseView.steps.title')} text={t('caseView.steps.text')}>
          <ol className={styles['steps']}>
            {requests.map((request) => {
              const criterion = criteria.find(({ id }) => id === request.criterion);
              return (
                <RequestItem
                  key={`${request.rule} ${request.criterion} ${request.paper}`}
                  request={request}
                  criterion={criterion === undefined ? null : say(criterion.label)}
                  papers={papers}
                />
              );
            })}
          </ol>
        </Section>
      )}
    </div>
  );
}

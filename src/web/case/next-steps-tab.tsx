import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './next-steps-tab.module.css';
import { RequestItem } from './request-item.tsx';
import { usePapers } from './use-papers.ts';

/** What to ask for, the most useful first, with letters that are ready. */
export function NextStepsTab(): ReactNode {
  const { t, say } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/next-steps' });
  const query = useQuery(judgementQuery(caseId));
  const papers = usePapers(caseId);
  return (
    <QueryView query={query}>
      {({ requests, criteria }) =>
        requests.length === 0 ? (
          <EmptyState icon="check" title={t('caseView.steps.none')} text={t('caseView.steps.noneText')} />
        ) : (
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
        )
      }
    </QueryView>
  );
}

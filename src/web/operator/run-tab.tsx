import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RunDetail } from '#http/contract/operator.ts';
import { runQuery } from '../api/operator.ts';
import { BackLink } from '../parts/back-link.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { writeDuration, writeRate } from './duration.ts';
import styles from './operator.module.css';
import { RunChanges } from './run-changes.tsx';
import { RunCounts } from './run-counts.tsx';
import { RunDecisions } from './run-decisions.tsx';
import { writeScope } from './run-scope.ts';
import { RunState } from './run-state.tsx';

/** A run: how far it is, what it changes, and the decision on it. */
export function RunTab(): ReactNode {
  const { t } = useWords();
  const { runId } = useParams({ from: '/signed-in/operations/runs/$runId' });
  const query = useQuery(runQuery(runId));
  return (
    <div className={styles['stack']}>
      <BackLink to="/operations/runs">{t('operator.run.back')}</BackLink>
      <QueryView query={query}>
        {(detail) => (
          <>
            <Summary detail={detail} />
            <RunCounts detail={detail} />
            {detail.run.state === 'computing' || detail.run.state === 'rejected' ? null : (
              <RunChanges runId={runId} labels={detail.labels} />
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

function Summary({ detail }: { readonly detail: RunDetail }): ReactNode {
  const words = useWords();
  const { t, format, language } = words;
  const { run, documentsPerSecond, secondsLeft } = detail;
  const share = run.planned === 0 ? 1 : run.done / run.planned;
  const done = t('operator.run.done', { done: format.number(run.done), planned: format.number(run.planned) });
  return (
    <Section
      title={t('operator.run.title', { id: run.id.slice(0, 8) })}
      text={writeScope(run, words)}
      actions={<RunState state={run.state} />}
    >
      <div
        className={styles['progress']}
        role="progressbar"
        aria-label={t('operator.runs.progress')}
        aria-valuemin={0}
        aria-valuemax={run.planned}
        aria-valuenow={run.done}
        aria-valuetext={done}
      >
        <div className={styles['bar']} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles['facts']}>
        <span>{done}</span>
        {documentsPerSecond > 0 && run.state === 'computing' ? (
          <span>{t('operator.run.rate', { rate: writeRate(documentsPerSecond, format) })}</span>
        ) : null}
        {secondsLeft === null ? null : (
          <span>{t('operator.run.left', { duration: writeDuration(secondsLeft, language) })}</span>
        )}
        {run.state === 'computing' && secondsLeft === null ? <span>{t('operator.run.waiting')}</span> : null}
      </p>
      <RunDecisions detail={detail} />
    </Section>
  );
}

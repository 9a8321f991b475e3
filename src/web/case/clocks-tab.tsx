import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Clock } from '#domain/case-judgement.ts';
import { exportAddress } from '../api/exports.ts';
import { judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { ClockItem } from './clock-item.tsx';
import styles from './clocks-tab.module.css';
import { DownloadLink } from './download-link.tsx';
import { openClocks } from './open-clocks.ts';
import { type Papers, usePapers } from './use-papers.ts';

/** Every time limit: what is still to be done first, then what is settled, lapsed, or only usual. */
export function ClocksTab(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/clocks' });
  const query = useQuery(judgementQuery(caseId));
  const papers = usePapers(caseId);
  return (
    <QueryView query={query}>
      {({ clocks }) =>
        clocks.length === 0 ? (
          <EmptyState icon="clock" title={t('caseView.clocks.none')} text={t('caseView.clocks.noneText')} />
        ) : (
          <Clocks caseId={caseId} clocks={clocks} papers={papers} />
        )
      }
    </QueryView>
  );
}

interface ClocksProps {
  readonly caseId: string;
  readonly clocks: readonly Clock[];
  readonly papers: Papers;
}

function Clocks({ caseId, clocks, papers }: ClocksProps): ReactNode {
  const { t, language } = useWords();
  const open = openClocks(clocks);
  const others = clocks.filter((clock) => !open.includes(clock));
  return (
    <div className={styles['parts']}>
      <Section
        title={t('caseView.clocks.title')}
        text={t('caseView.clocks.text')}
        actions={
          <DownloadLink href={exportAddress(caseId, 'calendar.ics', language)} icon="calendar">
            {t('caseView.clocks.calendar')}
          </DownloadLink>
        }
      >
        {open.length === 0 ? <p>{t('caseView.glance.noClocks')}</p> : <ClockItems clocks={open} papers={papers} />}
      </Section>
      {others.length === 0 ? null : (
        <Section title={t('caseView.clocks.over')}>
          <ClockItems clocks={others} papers={papers} />
        </Section>
      )}
    </div>
  );
}

function ClockItems({ clocks, papers }: Omit<ClocksProps, 'caseId'>): ReactNode {
  return (
    <ul className={styles['clocks']}>
      {clocks.map((clock) => (
        <ClockItem key={`${clock.rule} ${clock.paper}`} clock={clock} papers={papers} />
      ))}
    </ul>
  );
}

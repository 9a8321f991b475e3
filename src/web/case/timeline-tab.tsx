import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Presence } from '#domain/case-judgement.ts';
import { judgementQuery } from '../api/judgement.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { PaperLinks } from './paper-link.tsx';
import { PresencePicture } from './presence-picture.tsx';
import { PresenceTable } from './presence-table.tsx';
import styles from './timeline-tab.module.css';
import { type Papers, usePapers } from './use-papers.ts';

/** In which months the papers show that the person was in France. */
export function TimelineTab(): ReactNode {
  const { t } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/timeline' });
  const query = useQuery(judgementQuery(caseId));
  const papers = usePapers(caseId);
  return (
    <QueryView query={query}>
      {({ presence }) =>
        presence.months.length === 0 ? (
          <EmptyState icon="calendar" title={t('caseView.timeline.none')} text={t('caseView.timeline.noneText')} />
        ) : (
          <Timeline presence={presence} papers={papers} />
        )
      }
    </QueryView>
  );
}

function Timeline({ presence, papers }: { readonly presence: Presence; readonly papers: Papers }): ReactNode {
  const { t, say, format } = useWords();
  const { months, because, fromBecause, stretches } = presence;
  const statements = fromBecause === null ? because : [fromBecause, ...because];
  return (
    <div className={styles['parts']}>
      <Section title={t('caseView.timeline.title')}>
        <PresencePicture months={months} />
        {statements.map(({ rule, message, papers: keys }) => (
          <div key={`${rule} ${message.en}`} className={styles['because']}>
            <p>{say(message)}</p>
            <PaperLinks papers={papers} keys={keys} />
          </div>
        ))}
        <PresenceTable months={months} papers={papers} />
      </Section>
      {stretches.length === 0 ? null : (
        <Section title={t('caseView.timeline.stretches')}>
          <ul className={styles['stretches']}>
            {stretches.map(({ from, to, because: { message } }) => (
              <li key={from}>
                <strong>
                  {format.day(from)} – {format.day(to)}
                </strong>
                <span>{say(message)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

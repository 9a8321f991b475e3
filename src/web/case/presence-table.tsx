import type { ReactNode } from 'react';
import type { Presence } from '#domain/case-judgement.ts';
import { useWords } from '../words/use-words.ts';
import { PaperLinks } from './paper-link.tsx';
import styles from './timeline-tab.module.css';
import type { Papers } from './use-papers.ts';

interface PresenceTableProps {
  readonly months: Presence['months'];
  readonly papers: Papers;
}

/** The same months in words, with the papers that prove each. */
export function PresenceTable({ months, papers }: PresenceTableProps): ReactNode {
  const { t, format } = useWords();
  return (
    <details className={styles['details']}>
      <summary>{t('caseView.timeline.table')}</summary>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('caseView.timeline.month')}</th>
            <th scope="col">{t('caseView.timeline.state')}</th>
            <th scope="col">{t('caseView.timeline.papers')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, state, papers: keys }) => (
            <tr key={month}>
              <th scope="row">{format.day(month)}</th>
              <td>{t(`caseView.timeline.${state}`)}</td>
              <td>
                <PaperLinks papers={papers} keys={keys} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { exportAddress } from '../api/exports.ts';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { DossierExportsSection } from './dossier-exports-section.tsx';
import { DownloadLink } from './download-link.tsx';
import styles from './exports-tab.module.css';

const REPORTS = ['html', 'pdf', 'json'] as const;

/** What can be taken out of a case. */
export function ExportsTab(): ReactNode {
  const { t, language } = useWords();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/exports' });
  return (
    <div className={styles['parts']}>
      <Section title={t('caseView.exports.report')} text={t('caseView.exports.reportText')}>
        <div className={styles['buttons']}>
          {REPORTS.map((format) => (
            <DownloadLink key={format} href={exportAddress(caseId, `report.${format}`, language)}>
              {t(`caseView.exports.${format}`)}
            </DownloadLink>
          ))}
        </div>
      </Section>
      <DossierExportsSection caseId={caseId} />
      <Section title={t('caseView.exports.calendar')} text={t('caseView.exports.calendarText')}>
        <DownloadLink href={exportAddress(caseId, 'calendar.ics', language)} icon="calendar">
          {t('caseView.clocks.calendar')}
        </DownloadLink>
      </Section>
      <p className={styles['note']}>{t('caseView.exports.noted')}</p>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Clock } from '#domain/case-judgement.ts';
import { useWords } from '../words/use-words.ts';
import styles from './clock-day.module.css';
import { daysUntil } from './days-until.ts';

const SOON_DAYS = 15;

/** The day by which to act, and how far it is. When the best day is over and the last one is not: the last, and that it is time. */
export function ClockDay({ clock }: { readonly clock: Clock }): ReactNode {
  const { t, format } = useWords();
  const { due, actBy, state } = clock;
  if (due === null && actBy === null)
    return <span className={styles['soon']}>{t('caseView.glance.undatedClock')}</span>;
  const isLate = actBy !== null && due !== null && daysUntil(actBy) < 0 && daysUntil(due) >= 0;
  const day = (isLate ? due : (actBy ?? due)) ?? '';
  const days = daysUntil(day);
  const isNear = isLate || state === 'soon' || state === 'lapsed' || days <= SOON_DAYS;
  return (
    <span className={isNear ? `${styles['day']} ${styles['soon']}` : styles['day']}>
      <time dateTime={day} className={styles['date']}>
        {format.shortDay(day)}
      </time>
      <span className={styles['far']}>{isLate ? t('caseView.glance.now') : format.inDays(days)}</span>
    </span>
  );
}

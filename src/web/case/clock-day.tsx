import type { ReactNode } from 'react';
import type { Clock } from '#domain/case-judgement.ts';
import { useWords } from '../words/use-words.ts';
import styles from './clock-day.module.css';
import { daysUntil } from './days-until.ts';

const SOON_DAYS = 15;

/** The day by which to act, and how far it is. */
export function ClockDay({ clock: { due, actBy, state } }: { readonly clock: Clock }): ReactNode {
  const { t, format } = useWords();
  const day = actBy ?? due;
  if (day === null) return <span className={styles['soon']}>{t('caseView.glance.undatedClock')}</span>;
  const days = daysUntil(day);
  const isNear = state === 'soon' || state === 'lapsed' || days <= SOON_DAYS;
  return (
    <span className={isNear ? `${styles['day']} ${styles['soon']}` : styles['day']}>
      <time dateTime={day} className={styles['date']}>
        {format.shortDay(day)}
      </time>
      <span className={styles['far']}>{format.inDays(days)}</span>
    </span>
  );
}

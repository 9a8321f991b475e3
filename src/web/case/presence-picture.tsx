import { type ReactNode, useId } from 'react';
import type { Presence } from '#domain/case-judgement.ts';
import { useWords } from '../words/use-words.ts';
import styles from './presence-picture.module.css';

type Month = Presence['months'][number];

const CELL = { width: 46, height: 30, gap: 4 };
const LEFT = 52;
const TOP = 24;
const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const STATES = ['proven', 'thin', 'empty'] as const;

/** The months as a picture, a year a line: filled, hatched or open, with the number of papers in each. The table below says the same. */
export function PresencePicture({ months }: { readonly months: readonly Month[] }): ReactNode {
  const { t, language } = useWords();
  const id = useId();
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const count = (state: Month['state']): number => months.filter((one) => one.state === state).length;
  const [width, height] = [LEFT + 12 * (CELL.width + CELL.gap), TOP + years.length * (CELL.height + CELL.gap)];
  const title = t('caseView.timeline.picture', {
    ...{ proven: count('proven'), thin: count('thin'), empty: count('empty') },
  });
  return (
    <figure className={styles['picture']}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} style={{ maxWidth: width }}>
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className={styles['hatch']} />
          </pattern>
        </defs>
        {MONTHS.map((month) => (
          <text key={month} x={xOf(month) + CELL.width / 2} y={14} className={styles['month']}>
            {monthLetter(month, language)}
          </text>
        ))}
        {years.map((year, line) => (
          <text key={year} x={LEFT - 10} y={yOf(line) + CELL.height / 2 + 5} className={styles['year']}>
            {year}
          </text>
        ))}
        {months.map((one) => (
          <MonthCell key={one.month} one={one} line={years.indexOf(one.month.slice(0, 4))} hatch={`url(#${id})`} />
        ))}
      </svg>
      <figcaption className={styles['legend']}>
        {STATES.map((state) => (
          <span key={state} className={styles['key']}>
            <svg width="26" height="16" aria-hidden="true">
              <rect x="1" y="1" width="24" height="14" rx="3" className={styles[state]} />
              {state === 'thin' ? <rect x="1" y="1" width="24" height="14" rx="3" fill={`url(#${id})`} /> : null}
            </svg>
            {t(`caseView.timeline.${state}`)} ({count(state)})
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface MonthCellProps {
  readonly one: Month;
  readonly line: number;
  readonly hatch: string;
}

function MonthCell({ one: { month, state, papers }, line, hatch }: MonthCellProps): ReactNode {
  const [x, y] = [xOf(Number(month.slice(5)) - 1), yOf(line)];
  const place = { x, y, width: CELL.width, height: CELL.height, rx: 5 };
  return (
    <g>
      <rect {...place} className={styles[state]} />
      {state === 'thin' ? <rect {...place} fill={hatch} /> : null}
      {papers.length === 0 ? null : (
        <text x={x + CELL.width / 2} y={y + CELL.height / 2 + 5} className={styles[`${state}Count`]}>
          {papers.length}
        </text>
      )}
    </g>
  );
}

function xOf(month: number): number {
  return LEFT + month * (CELL.width + CELL.gap);
}

function yOf(line: number): number {
  return TOP + line * (CELL.height + CELL.gap);
}

function monthLetter(month: number, language: 'fr' | 'en'): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2025, month, 1)),
  );
}

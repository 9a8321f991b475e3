import type { ReactNode } from 'react';
import type { RunDetail } from '#http/contract/operator.ts';
import { Figure, Figures } from '../parts/figures.tsx';
import { Icon } from '../parts/icon.tsx';
import { Label } from '../parts/label.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './operator.module.css';

const FIELDS = ['type', 'issueDate', 'language', 'score', 'status', 'added', 'gone'] as const;

/** How many papers change, and in what. */
export function RunCounts({ detail }: { readonly detail: RunDetail }): ReactNode {
  const { t, format, say } = useWords();
  const { counts, run, labels } = detail;
  const { byChange } = counts;
  const inWhat = FIELDS.filter((field) => counts[field] > 0);
  const typeName = (id: string | null): string => {
    if (id === null) return t('operator.run.noType');
    const label = labels.types[id];
    return label === undefined ? id : say(label);
  };
  return (
    <Section title={t('operator.run.changes')}>
      <Figures>
        <Figure value={format.number(byChange.changed)} label={t('operator.run.changed')} />
        <Figure value={format.number(byChange.details)} label={t('operator.run.details')} />
        <Figure value={format.number(byChange.same)} label={t('operator.run.same')} />
        {run.failed > 0 ? (
          <Figure value={format.number(run.failed)} label={t('operator.run.failed')} tone="bad" />
        ) : null}
      </Figures>
      <p className={styles['facts']}>
        {inWhat.map((field) => (
          <span key={field}>
            {t(`operator.run.fields.${field}`)} : <strong>{format.number(counts[field])}</strong>
          </span>
        ))}
        {counts.inForce > 0 ? <span>{t('operator.run.inForce', { count: counts.inForce })}</span> : null}
        {counts.left > 0 ? <span>{t('operator.run.leftAlone', { count: counts.left })}</span> : null}
      </p>
      <FlagCounts title={t('operator.run.gained')} counts={counts.gained} labels={labels.flags} />
      <FlagCounts title={t('operator.run.lost')} counts={counts.lost} labels={labels.flags} />
      {counts.types.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('operator.run.types')}</h3>
          {counts.types.map(({ before, after, documents }) => (
            <div key={`${before} ${after}`} className={styles['pair']}>
              <span>
                {typeName(before)}{' '}
                <span className={styles['arrow']}>
                  <Icon name="right" size={14} />
                </span>{' '}
                {typeName(after)}
              </span>
              <span className={styles['number']}>{format.number(documents)}</span>
            </div>
          ))}
        </>
      )}
    </Section>
  );
}

interface FlagCountsProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly labels: RunDetail['labels']['flags'];
}

function FlagCounts({ title, counts, labels }: FlagCountsProps): ReactNode {
  const { say, format } = useWords();
  const shown = Object.entries(counts).sort(([, one], [, other]) => other - one);
  if (shown.length === 0) return null;
  return (
    <>
      <h3 className={styles['small']}>{title}</h3>
      <div className={styles['chips']}>
        {shown.map(([flag, count]) => {
          const label = labels[flag];
          return (
            <Label key={flag}>
              {label === undefined ? flag : say(label)} · {format.number(count)}
            </Label>
          );
        })}
      </div>
    </>
  );
}

import type { ReactNode } from 'react';
import type { WorkView } from '#http/contract/operator.ts';
import { Label } from '../parts/label.tsx';
import { Line, Lines } from '../parts/lines.tsx';
import { Section } from '../parts/section.tsx';
import { useWords } from '../words/use-words.ts';
import { writeDuration } from './duration.ts';
import styles from './operator.module.css';

type Workers = WorkView['workers'];

/** Who has what in hand, and since when. */
export function WorkersSection({ workers }: { readonly workers: Workers }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('operator.workers.title')} text={t('operator.workers.text')}>
      {workers.length === 0 ? (
        <p className={styles['none']}>{t('operator.workers.none')}</p>
      ) : (
        <Lines>
          {workers.map((worker) => (
            <Line
              key={`${worker.machine} ${worker.process}`}
              icon="device"
              title={t('operator.workers.name', { machine: worker.machine, process: worker.process })}
              text={<Items items={worker.items} />}
              action={
                worker.isLate ? (
                  <Label tone="weak" icon="weak">
                    {t('operator.workers.late')}
                  </Label>
                ) : (
                  <Label>{t('operator.workers.items', { count: worker.items.length })}</Label>
                )
              }
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}

function Items({ items }: { readonly items: Workers[number]['items'] }): ReactNode {
  const { t, language } = useWords();
  const since = (moment: string | null): string =>
    moment === null
      ? ''
      : t('operator.workers.since', {
          duration: writeDuration((Date.now() - new Date(moment).getTime()) / 1000, language),
        });
  return items.map(({ kind, subject, since: begunAt }) => (
    <div key={subject}>
      {t(`operator.workers.kind.${kind}`)} <span className={styles['code']}>{subject.slice(0, 8)}</span>{' '}
      {since(begunAt)}
    </div>
  ));
}

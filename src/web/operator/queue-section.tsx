import { Alert, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { WorkView } from '#http/contract/operator.ts';
import { usePause } from '../api/operator.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Figure, Figures } from '../parts/figures.tsx';
import { Icon } from '../parts/icon.tsx';
import { Section } from '../parts/section.tsx';
import { failureToast, toast } from '../parts/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { writeDuration, writeRate } from './duration.ts';
import styles from './operator.module.css';

const PER_MINUTE = 60;

/** The queue by class, how fast it is read, and the pause. */
export function QueueSection({ view }: { readonly view: WorkView }): ReactNode {
  const { t, format } = useWords();
  const { now, hour } = view.pagesPerSecond;
  return (
    <Section title={t('operator.work.title')} actions={<PauseButton isPaused={view.isPaused} />}>
      {view.isPaused ? (
        <Alert color="amber" variant="light" icon={<Icon name="clock" />} mb="md">
          <strong>{t('operator.work.paused')}</strong>. {t('operator.work.pausedText')}
        </Alert>
      ) : null}
      {view.classes.map((one) => (
        <WorkClass key={one.workClass} counts={one} />
      ))}
      <div className={styles['class']}>
        <h3 className={styles['className']}>{t('operator.work.rate')}</h3>
        <Figures>
          <Figure value={writeRate(now * PER_MINUTE, format)} label={t('operator.work.rateNow')} />
          <Figure value={writeRate(hour * PER_MINUTE, format)} label={t('operator.work.rateHour')} />
        </Figures>
      </div>
    </Section>
  );
}

function WorkClass({ counts }: { readonly counts: WorkView['classes'][number] }): ReactNode {
  const { t, format, language } = useWords();
  const { workClass, ready, running, later, dead, oldestMs } = counts;
  const waits =
    oldestMs === null
      ? t('operator.work.none')
      : t('operator.work.oldest', { duration: writeDuration(oldestMs / 1000, language) });
  return (
    <div className={styles['class']}>
      <h3 className={styles['className']}>
        {t(`operator.work.class.${workClass}`)}
        <span className={styles['quiet']}>{waits}</span>
      </h3>
      <Figures>
        <Figure value={format.number(ready)} label={t('operator.work.ready')} />
        <Figure value={format.number(running)} label={t('operator.work.inHand')} />
        <Figure value={format.number(later)} label={t('operator.work.later')} />
        <Figure value={format.number(dead)} label={t('operator.work.dead')} tone={dead > 0 ? 'bad' : 'neutral'} />
      </Figures>
    </div>
  );
}

function PauseButton({ isPaused }: { readonly isPaused: boolean }): ReactNode {
  const { t } = useWords();
  const pause = usePause();
  const [isAsking, setIsAsking] = useState(false);
  const change = (wanted: boolean): void =>
    pause.mutate(wanted, {
      onSuccess: ({ told }) => {
        setIsAsking(false);
        toast(
          told === 'told' ? t(wanted ? 'operator.work.paused' : 'operator.work.running') : t('operator.work.redisAway'),
        );
      },
      onError: failureToast,
    });
  if (isPaused)
    return (
      <Button size="sm" loading={pause.isPending} onClick={() => change(false)}>
        {t('operator.work.resume')}
      </Button>
    );
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setIsAsking(true)}>
        {t('operator.work.pause')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('operator.work.pauseTitle')}
        text={t('operator.work.pauseAsk')}
        action={t('operator.work.pause')}
        isBusy={pause.isPending}
        onConfirm={() => change(true)}
        onCancel={() => setIsAsking(false)}
      />
    </>
  );
}

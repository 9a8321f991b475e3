import type { ReactNode } from 'react';
import type { Clock } from '#domain/case-judgement.ts';
import type { IconName } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import { ClockDay } from './clock-day.tsx';
import styles from './clocks-tab.module.css';
import { PaperLink } from './paper-link.tsx';
import type { Papers } from './use-papers.ts';

const LOOKS = {
  running: { tone: 'neutral', icon: 'clock' },
  soon: { tone: 'bad', icon: 'blocking' },
  lapsed: { tone: 'bad', icon: 'cross' },
  done: { tone: 'good', icon: 'check' },
  unclear: { tone: 'weak', icon: 'weak' },
} as const satisfies Record<Clock['state'], { readonly tone: Tone; readonly icon: IconName }>;

/** A time limit: by when, since when, by which rule, and what is not certain. */
export function ClockItem({ clock, papers }: { readonly clock: Clock; readonly papers: Papers }): ReactNode {
  const { t, say, format } = useWords();
  const { label, state, kind, message, due, ends, from, paper, opens, source, doneBy } = clock;
  return (
    <li className={styles['clock']}>
      <div className={styles['when']}>
        <ClockDay clock={clock} />
      </div>
      <div>
        <div className={styles['head']}>
          <h3 className={styles['label']}>{say(label)}</h3>
          <Label {...LOOKS[state]}>{t(`caseView.clocks.state.${state}`)}</Label>
          <span className={styles['kind']}>{t(`caseView.clocks.kind.${kind}`)}</span>
        </div>
        <p className={styles['message']}>{say(message)}</p>
        <dl className={styles['facts']}>
          {due === null ? null : <Fact name={t('caseView.clocks.due')}>{format.day(due)}</Fact>}
          {opens === null ? null : <Fact name={t('caseView.clocks.opens')}>{format.day(opens)}</Fact>}
          <Fact name={t('caseView.clocks.from')}>
            {from === null ? t('caseView.clocks.noDate') : format.day(from.iso)}{' '}
            <PaperLink papers={papers} paperKey={from?.paper ?? paper} />
          </Fact>
          {doneBy === null ? null : (
            <Fact name={t('caseView.clocks.state.done')}>
              <PaperLink papers={papers} paperKey={doneBy} />
            </Fact>
          )}
          {ends.length > 1 ? (
            <Fact name={t('caseView.clocks.possible')}>
              {ends.map((end) => `${format.day(end.iso)} (${say(end.label)})`).join(' · ')}
            </Fact>
          ) : null}
          <Fact name={t('caseView.clocks.source')}>{source}</Fact>
        </dl>
      </div>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

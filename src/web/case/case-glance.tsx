import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Clock } from '#domain/case-judgement.ts';
import type { Judgement } from '../api/judgement.ts';
import { Icon } from '../parts/icon.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './case-glance.module.css';
import { ClockDay } from './clock-day.tsx';
import { CoverageLabel } from './coverage-label.tsx';
import { COVERAGE_LOOKS } from './coverage-looks.ts';
import { openClocks } from './open-clocks.ts';

const SHOWN = 3;

interface CaseGlanceProps {
  readonly caseId: string;
  readonly judgement: Judgement;
}

/** The case in ten seconds: what carries it, what is to be done by when, what to ask for. */
export function CaseGlance({ caseId, judgement }: CaseGlanceProps): ReactNode {
  const { t, say } = useWords();
  const clocks = openClocks(judgement.clocks).slice(0, SHOWN);
  const requests = judgement.requests.slice(0, SHOWN);
  return (
    <div className={styles['glance']}>
      <Card word="criteria" link={<More caseId={caseId} to="/cases/$caseId/evidence" word="allCriteria" />}>
        <ul className={styles['list']}>
          {[...judgement.criteria]
            .sort((one, other) => one.rank - other.rank)
            .map(({ id, label, coverage, strength }) => (
              <li key={id} className={styles['criterion']}>
                <span className={styles['name']}>{say(label)}</span>
                <ScoreMeter score={strength} strength={COVERAGE_LOOKS[coverage].bar} />
                <CoverageLabel coverage={coverage} />
              </li>
            ))}
        </ul>
      </Card>
      <Card word="clocks" link={<More caseId={caseId} to="/cases/$caseId/clocks" word="allClocks" />}>
        <ClockList clocks={clocks} />
      </Card>
      <Card word="requests" link={<More caseId={caseId} to="/cases/$caseId/next-steps" word="allRequests" />}>
        {requests.length === 0 ? <p className={styles['none']}>{t('caseView.glance.noRequests')}</p> : null}
        <ol className={styles['list']}>
          {requests.map(({ rule, paper, what, gain }) => (
            <li key={`${rule} ${paper}`} className={styles['step']}>
              <span className={styles['name']}>{say(what)}</span>
              {gain > 0 ? (
                <span className={styles['gain']} title={t('caseView.steps.gainHint')}>
                  {t('caseView.steps.gain', { gain })}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}

function ClockList({ clocks }: { readonly clocks: readonly Clock[] }): ReactNode {
  const { t, say } = useWords();
  if (clocks.length === 0) return <p className={styles['none']}>{t('caseView.glance.noClocks')}</p>;
  return (
    <ul className={styles['list']}>
      {clocks.map((clock) => (
        <li key={`${clock.rule} ${clock.paper}`} className={styles['clock']}>
          <span className={styles['name']}>{say(clock.label)}</span>
          <ClockDay clock={clock} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly word: 'criteria' | 'clocks' | 'requests';
  readonly link: ReactNode;
  readonly children: ReactNode;
}

function Card({ word, link, children }: CardProps): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles['card']} aria-label={t(`caseView.glance.${word}`)}>
      <h2 className={styles['title']}>{t(`caseView.glance.${word}`)}</h2>
      {children}
      {link}
    </section>
  );
}

interface MoreProps {
  readonly caseId: string;
  readonly to: '/cases/$caseId/evidence' | '/cases/$caseId/clocks' | '/cases/$caseId/next-steps';
  readonly word: 'allCriteria' | 'allClocks' | 'allRequests';
}

function More({ caseId, to, word }: MoreProps): ReactNode {
  const { t } = useWords();
  return (
    <Link to={to} params={{ caseId }} className={styles['more'] ?? ''}>
      {t(`caseView.glance.${word}`)}
      <Icon name="right" size={14} />
    </Link>
  );
}

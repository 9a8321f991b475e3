import type { ReactNode } from 'react';
import type { CriterionJudgement } from '#domain/case-judgement.ts';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { useWords } from '../words/use-words.ts';
import { CoverageLabel } from './coverage-label.tsx';
import { COVERAGE_LOOKS } from './coverage-looks.ts';
import styles from './criteria-list.module.css';
import { PaperLinks } from './paper-link.tsx';
import type { Papers } from './use-papers.ts';

interface CriteriaListProps {
  /** The one that the file carries best first. */
  readonly criteria: readonly CriterionJudgement[];
  readonly papers: Papers;
}

/** The criteria as cards: how well the file carries each, and the sentences that say why. */
export function CriteriaList({ criteria, papers }: CriteriaListProps): ReactNode {
  const { t, say } = useWords();
  return (
    <ul className={styles['criteria']}>
      {criteria.map(({ id, label, coverage, strength, rank, because }) => (
        <li key={id} className={styles['criterion']}>
          <div className={styles['head']}>
            <h2 className={styles['title']}>{say(label)}</h2>
            <span className={styles['rank']}>{t('caseView.evidence.rank', { rank })}</span>
          </div>
          <div className={styles['figures']}>
            <ScoreMeter score={strength} strength={COVERAGE_LOOKS[coverage].bar} />
            <CoverageLabel coverage={coverage} />
          </div>
          {because.map(({ rule, message, papers: keys }) => (
            <div key={`${rule} ${message.en}`}>
              <p className={styles['because']}>{say(message)}</p>
              <PaperLinks papers={papers} keys={keys} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cell, CriterionJudgement } from '#domain/case-judgement.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { strengthOf } from '../parts/strength.ts';
import { useWords } from '../words/use-words.ts';
import styles from './cell-dialog.module.css';
import { paperName } from './paper-name.ts';
import type { Papers } from './use-papers.ts';

interface CellDialogProps {
  readonly cell: Cell | null;
  readonly criteria: readonly CriterionJudgement[];
  readonly papers: Papers;
  readonly onClose: () => void;
}

/** Why a paper is worth what it is for a criterion: each factor with its sentence, and the way to the paper. */
export function CellDialog({ cell, criteria, papers, onClose }: CellDialogProps): ReactNode {
  const words = useWords();
  const { t, say } = words;
  const criterion = criteria.find(({ id }) => id === cell?.criterion);
  return (
    <Dialog
      isOpen={cell !== null}
      onClose={onClose}
      title={cell === null ? '' : paperName(papers.get(cell.paper), words)}
    >
      {cell === null || criterion === undefined ? null : (
        <>
          <p className={styles['criterion']}>{say(criterion.label)}</p>
          <Worth cell={cell} />
          <Link to="/documents/$documentId" params={{ documentId: cell.paper }} className={styles['open'] ?? ''}>
            {t('caseView.evidence.open')}
            <Icon name="right" size={16} />
          </Link>
        </>
      )}
    </Dialog>
  );
}

function Worth({ cell: { strength, weight, factors, isCounted } }: { readonly cell: Cell }): ReactNode {
  const { t, say, format } = useWords();
  const word = isCounted ? t(`caseView.strength.${strengthOf(strength)}`) : t('caseView.evidence.notCounted');
  return (
    <>
      <h3 className={styles['why']}>{t('caseView.evidence.why', { strength })}</h3>
      <dl className={styles['factors']}>
        <div>
          <dt>{t('caseView.evidence.weight')}</dt>
          <dd>{format.number(100 * weight)}</dd>
        </div>
        {factors.map(({ rule, value, message }) => (
          <div key={`${rule} ${message.en}`}>
            <dt>{say(message)}</dt>
            <dd>{t('caseView.evidence.factor', { value: format.factor(value) })}</dd>
          </div>
        ))}
        <div className={styles['result']}>
          <dt>{t('caseView.evidence.result')}</dt>
          <dd>
            {strength}, {word}
          </dd>
        </div>
      </dl>
    </>
  );
}

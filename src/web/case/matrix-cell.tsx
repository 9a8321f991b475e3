import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Cell } from '#domain/case-judgement.ts';
import { strengthOf } from '../parts/strength.ts';
import { useWords } from '../words/use-words.ts';
import styles from './evidence-matrix.module.css';

const SHADE = 0.4;

interface MatrixCellProps {
  readonly cell: Cell | undefined;
  readonly paper: string;
  readonly criterion: string;
  /** Row and column. */
  readonly place: string;
  readonly onOpen: (cell: Cell) => void;
}

/** What a paper brings to a criterion; it opens why. */
export function MatrixCell({ cell, paper, criterion, place, onOpen }: MatrixCellProps): ReactNode {
  const { t } = useWords();
  if (cell === undefined) return null;
  const { strength, isCounted } = cell;
  const word = isCounted ? t(`caseView.strength.${strengthOf(strength)}`) : t('caseView.evidence.notCounted');
  return (
    <button
      type="button"
      data-place={place}
      className={isCounted ? styles['cell'] : `${styles['cell']} ${styles['uncounted']}`}
      style={isCounted ? { background: shadeOf(strength) } : {}}
      onClick={() => onOpen(cell)}
    >
      <VisuallyHidden>
        {paper}, {criterion} :{' '}
      </VisuallyHidden>
      <span className={styles['figure']}>{strength}</span>
      <span className={styles['word']}>{word}</span>
    </button>
  );
}

/** The more it is worth, the stronger; never so strong that the words can't be read. */
function shadeOf(strength: number): string {
  return `color-mix(in srgb, var(--l-good) ${Math.round(strength * SHADE)}%, var(--l-surface))`;
}

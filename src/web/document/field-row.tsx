import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShownDecision } from '#http/contract/documents.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './fields-panel.module.css';

interface FieldRowProps {
  readonly label: string;
  readonly children: ReactNode;
  /** 0..1; null where nothing was read. */
  readonly confidence: number | null;
  /** What a person decided about it. */
  readonly decision?: ShownDecision | undefined;
  readonly onTakeBack?: (decisionId: string) => void;
  /** The box on the page that it was read from. */
  readonly boxId?: string;
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly why?: ReactNode;
}

/** What is said of a paper in one respect, how sure that is, and who says so. Pointing at it lights its place on the page. */
export function FieldRow(props: FieldRowProps): ReactNode {
  const { label, children, confidence, decision, onTakeBack, boxId, lit, onPoint, why } = props;
  const isLit = boxId !== undefined && lit === boxId;
  const point = (id: string | null) => (boxId === undefined ? undefined : () => onPoint(id));
  return (
    // Pointing only lights what keys reach on the page.
    <div
      className={isLit ? `${styles['row']} ${styles['lit']}` : styles['row']}
      onPointerEnter={point(boxId ?? null)}
      onPointerLeave={point(null)}
    >
      <dt className={styles['label']}>
        <span>{label}</span>
        {decision === undefined ? (
          <Confidence value={confidence} />
        ) : (
          <DecidedBy decision={decision} onTakeBack={onTakeBack} />
        )}
      </dt>
      <dd className={styles['value']}>
        {children}
        {why}
      </dd>
    </div>
  );
}

/** A machine is never wholly sure. */
const MOST_SURE = 0.99;

function Confidence({ value }: { readonly value: number | null }): ReactNode {
  const { t, format } = useWords();
  if (value === null) return null;
  return (
    <span title={t('document.confidenceHint')}>
      {t('document.confidence', { share: format.percent(Math.min(value, MOST_SURE)) })}
    </span>
  );
}

function DecidedBy({
  decision: { id, by, at, was },
  onTakeBack,
}: {
  readonly decision: ShownDecision;
  readonly onTakeBack: ((decisionId: string) => void) | undefined;
}): ReactNode {
  const { t, format } = useWords();
  const name = by ?? t('document.somebody');
  return (
    <span
      className={styles['decided']}
      title={`${format.moment(at)}${was === null ? '' : ` – ${t('document.was', { was })}`}`}
    >
      <Icon name="person" size={14} />
      {t('document.decidedBy', { name })}
      {onTakeBack === undefined ? null : (
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={t('document.takeBack')}
          title={t('document.takeBack')}
          onClick={() => onTakeBack(id)}
        >
          <Icon name="undo" size={14} />
        </ActionIcon>
      )}
    </span>
  );
}

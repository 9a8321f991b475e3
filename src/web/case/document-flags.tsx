import type { ReactNode } from 'react';
import type { DocumentRow } from '#http/contract/cases.ts';
import { FlagChip } from '../parts/flag-chip.tsx';
import { Label } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './document-flags.module.css';

/** As many as stand in a row; the rest is said as a number. */
const FLAGS_SHOWN = 2;
const ORDER = { blocking: 0, weak: 1, info: 2 } as const;

/** Weak points of a paper, the worst first, and what a person is asked about it. */
export function DocumentFlags({
  row,
  most = FLAGS_SHOWN,
}: {
  readonly row: DocumentRow;
  readonly most?: number;
}): ReactNode {
  const { t } = useWords();
  const flags = [...row.flags].sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
  return (
    <span className={styles['flags']}>
      {row.status === 'needs-review' ? (
        <Label tone="weak" icon="eye">
          {t('cases.status.needs-review')}
        </Label>
      ) : null}
      {row.isCopy && !flags.some(({ code }) => code === 'duplicate') ? (
        <Label icon="copy">{t('caseView.documents.copy')}</Label>
      ) : null}
      {row.hasProposedCuts ? (
        <Label tone="weak" icon="info">
          {t('caseView.documents.cut')}
        </Label>
      ) : null}
      {flags.slice(0, most).map(({ code, ...flag }) => (
        <FlagChip key={code} {...flag} />
      ))}
      {flags.length > most ? <span className={styles['rest']}>+{flags.length - most}</span> : null}
      {flags.length === 0 && row.status === 'done' && !row.isCopy ? (
        <span className={styles['rest']}>{t('cases.table.noFlag')}</span>
      ) : null}
    </span>
  );
}

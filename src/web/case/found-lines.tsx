import type { ReactNode } from 'react';
import type { FoundPaper } from '#http/contract/cases.ts';
import { useWords } from '../words/use-words.ts';
import styles from './found-lines.module.css';

const SHOWN = 2;

/** The lines of a paper in which the words stand that were looked for. */
export function FoundLines({ lines }: { readonly lines: FoundPaper['lines'] }): ReactNode {
  const { t } = useWords();
  return lines.slice(0, SHOWN).map(({ page, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice on a page
    <p key={`${page} ${index}`} className={styles['line']}>
      <bdi>{text}</bdi> <span className={styles['page']}>{t('caseView.paper.page', { page })}</span>
    </p>
  ));
}

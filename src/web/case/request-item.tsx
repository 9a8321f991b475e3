import type { ReactNode } from 'react';
import type { Request as PaperRequest } from '#domain/case-judgement.ts';
import { Label } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import { LetterText } from './letter-text.tsx';
import styles from './next-steps-tab.module.css';
import { PaperLink } from './paper-link.tsx';
import type { Papers } from './use-papers.ts';

interface RequestItemProps {
  readonly request: PaperRequest;
  readonly criterion: string | null;
  readonly papers: Papers;
}

/** One step: what, why, what it would bring, and the letter. */
export function RequestItem({
  request: { what, why, gain, paper, letter },
  criterion,
  papers,
}: RequestItemProps): ReactNode {
  const { t, say } = useWords();
  return (
    <li className={styles['step']}>
      <div className={styles['head']}>
        <h3 className={styles['what']}>{say(what)}</h3>
        <span className={styles['tags']}>
          {criterion === null ? null : <Label>{criterion}</Label>}
          {gain > 0 ? (
            <Label tone="good" icon="up" title={t('caseView.steps.gainHint')}>
              {t('caseView.steps.gain', { gain })}
            </Label>
          ) : null}
        </span>
      </div>
      <p className={styles['why']}>{say(why)}</p>
      {paper === null ? null : (
        <p className={styles['completes']}>
          {t('caseView.steps.completes')} <PaperLink papers={papers} paperKey={paper} />
        </p>
      )}
      {letter === null ? null : <LetterText letter={letter} name={say(what)} />}
    </li>
  );
}

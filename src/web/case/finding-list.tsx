import type { ReactNode } from 'react';
import type { CrossFinding } from '#domain/case-judgement.ts';
import type { IconName } from '../parts/icon.tsx';
import { Label, type Tone } from '../parts/label.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './finding-list.module.css';
import { PaperLinks } from './paper-link.tsx';
import type { Papers } from './use-papers.ts';

const LOOKS = {
  blocking: { tone: 'bad', icon: 'blocking' },
  weak: { tone: 'weak', icon: 'weak' },
  info: { tone: 'neutral', icon: 'info' },
} as const satisfies Record<CrossFinding['severity'], { readonly tone: Tone; readonly icon: IconName }>;
const ORDER = { blocking: 0, weak: 1, info: 2 } as const;

interface FindingListProps {
  readonly findings: readonly CrossFinding[];
  readonly papers: Papers;
}

/** What papers say about each other: contradictions, missing pages, names that differ; the worst first. */
export function FindingList({ findings, papers }: FindingListProps): ReactNode {
  const { t, say } = useWords();
  if (findings.length === 0) return <p>{t('caseView.evidence.noFindings')}</p>;
  const worstFirst = [...findings].sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
  return (
    <ul className={styles['findings']}>
      {worstFirst.map(({ rule, kind, severity, message, papers: keys }) => (
        <li key={`${rule} ${keys.join()} ${message.en}`} className={styles['finding']}>
          <Label {...LOOKS[severity]}>{t(`shell.severity.${severity}`)}</Label>
          <div>
            <p className={styles['message']}>
              {say(message)} <span className={styles['kind']}>{t(`caseView.evidence.finding.${kind}`)}</span>
            </p>
            <PaperLinks papers={papers} keys={keys} />
          </div>
        </li>
      ))}
    </ul>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './paper-link.module.css';
import { paperName } from './paper-name.ts';
import type { Papers } from './use-papers.ts';

interface PaperLinkProps {
  readonly papers: Papers;
  readonly paperKey: string;
}

/** A paper by its name, which leads to it. */
export function PaperLink({ papers, paperKey }: PaperLinkProps): ReactNode {
  const words = useWords();
  const row = papers.get(paperKey);
  const name = paperName(row, words);
  if (row === undefined) return <span className={styles['gone']}>{name}</span>;
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: paperKey }}
      className={styles['link'] ?? ''}
      title={row.file}
    >
      {name}
    </Link>
  );
}

/** Several papers, one after the other. */
export function PaperLinks({ papers, keys }: { readonly papers: Papers; readonly keys: readonly string[] }): ReactNode {
  if (keys.length === 0) return null;
  return (
    <span className={styles['links']}>
      {keys.map((key) => (
        <PaperLink key={key} papers={papers} paperKey={key} />
      ))}
    </span>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { TypeLabel } from '../parts/type-label.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './document-cards.module.css';
import type { ShownDocument } from './document-filter.ts';
import { DocumentFlags } from './document-flags.tsx';
import { FoundLines } from './found-lines.tsx';

const FLAGS_SHOWN = 4;

/** The papers as cards, with room for what is weak. Only those that show are drawn by the browser. */
export function DocumentCards({ documents }: { readonly documents: readonly ShownDocument[] }): ReactNode {
  const { t } = useWords();
  if (documents.length === 0) return <p className={styles['none']}>{t('caseView.documents.none')}</p>;
  return (
    <ul className={styles['cards']}>
      {documents.map((shown) => (
        <DocumentCard key={shown.row.key} {...shown} />
      ))}
    </ul>
  );
}

function DocumentCard({ row, lines }: ShownDocument): ReactNode {
  const { t } = useWords();
  return (
    <li className={styles['card']}>
      <div className={styles['head']}>
        <Link to="/documents/$documentId" params={{ documentId: row.key }} className={styles['title'] ?? ''}>
          <TypeLabel label={row.type?.label ?? null} unknown={t(`cases.status.${row.status}`)} />
        </Link>
        <ScoreMeter score={row.score} />
      </div>
      <p className={styles['issuer']}>{row.issuer ?? t('cases.table.noIssuer')}</p>
      <p className={styles['facts']}>
        <PaperDate iso={row.issueDate} />
        {row.language === null ? null : <LanguageTag {...row.language} />}
      </p>
      <DocumentFlags row={row} most={FLAGS_SHOWN} />
      <FoundLines lines={lines} />
      <p className={styles['file']}>{row.file}</p>
    </li>
  );
}

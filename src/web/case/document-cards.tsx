import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { LanguageTag } from '../parts/language-tag.tsx';
import { PaperDate } from '../parts/paper-date.tsx';
import { ScoreMeter } from '../parts/score-meter.tsx';
import { TypeLabel } from '../parts/type-label.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './document-cards.module.css';
import type { ShownDocument } from './document-filter.ts';
import { DocumentFlags } from './document-flags.tsx';
import { FoundLines } from './found-lines.tsx';
import { useGridPlace } from './use-grid-place.ts';

const FLAGS_SHOWN = 4;

/** Longer lists draw only the rows of cards that show. */
const VIRTUAL_FROM = 60;
/** Until a row is drawn and measured. */
const ROW_PX = 180;
const GAP_PX = 14;

/** The papers as cards, with room for what is weak. */
export function DocumentCards({ documents }: { readonly documents: readonly ShownDocument[] }): ReactNode {
  const { t } = useWords();
  if (documents.length === 0) return <p className={styles['none']}>{t('caseView.documents.none')}</p>;
  return documents.length < VIRTUAL_FROM ? (
    <ul className={styles['cards']}>
      {documents.map((shown) => (
        <li key={shown.row.key} className={styles['card']}>
          <CardContent {...shown} />
        </li>
      ))}
    </ul>
  ) : (
    <ManyCards documents={documents} />
  );
}

/** Whole rows are drawn, so that the grid lays the others out as if all were there; the page itself scrolls. */
function ManyCards({ documents }: { readonly documents: readonly ShownDocument[] }): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const { columns, top } = useGridPlace(list);
  const virtual = useWindowVirtualizer({
    count: Math.ceil(documents.length / columns),
    estimateSize: () => ROW_PX,
    overscan: 6,
    gap: GAP_PX,
    scrollMargin: top,
  });
  const drawn = virtual.getVirtualItems();
  const above = (drawn[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);
  return (
    <ul ref={list} className={styles['cards']} style={{ paddingTop: above, paddingBottom: Math.max(0, below) }}>
      {drawn.flatMap(({ index: row }) =>
        documents.slice(row * columns, (row + 1) * columns).map((shown, at) => (
          <li
            key={shown.row.key}
            className={styles['card']}
            // All cards of a row are as high as the highest.
            {...(at === 0 ? { ref: virtual.measureElement, 'data-index': row } : {})}
            aria-setsize={documents.length}
            aria-posinset={row * columns + at + 1}
          >
            <CardContent {...shown} />
          </li>
        )),
      )}
    </ul>
  );
}

function CardContent({ row, lines }: ShownDocument): ReactNode {
  const { t } = useWords();
  return (
    <>
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
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { pictureAddress } from '../api/document.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './file-strip.module.css';
import { useDeciding } from './use-deciding.ts';

interface FileStripProps {
  readonly view: DocumentView;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

type Sibling = DocumentView['siblings'][number];

/** The pages of the file, paper by paper. Between two pages a paper is cut, between two papers they are joined. */
export function FileStrip({ view, page, onPage }: FileStripProps): ReactNode {
  const { t, say } = useWords();
  const { cutOrJoin } = useDeciding(view);
  return (
    <ul className={styles['papers']}>
      {view.siblings.map((paper, at) => {
        const isOpen = paper.key === view.key;
        const name = paper.type === null ? t('document.unknownType') : say(paper.type);
        return (
          <Fragment key={paper.key}>
            {at === 0 ? null : (
              <li>
                <Between kind="join" page={paper.pages.from} onPick={() => cutOrJoin({ joinAt: paper.pages.from })} />
              </li>
            )}
            <li className={isOpen ? `${styles['paper']} ${styles['isOpen']}` : styles['paper']}>
              <Link to="/documents/$documentId" params={{ documentId: paper.key }} className={styles['name'] ?? ''}>
                {name}
              </Link>
              <Pages
                {...{ paper, view, onPage }}
                current={isOpen ? page : null}
                onCut={(cutAt) => cutOrJoin({ cutAt })}
              />
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

interface PagesProps extends Pick<FileStripProps, 'view' | 'onPage'> {
  readonly paper: Sibling;
  readonly current: number | null;
  readonly onCut: (page: number) => void;
}

function Pages({ paper, view, current, onPage, onCut }: PagesProps): ReactNode {
  const { from, to } = paper.pages;
  const asked = view.record.proposedCuts.map((proposed) => proposed.page);
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (
    <ol className={styles['pages']}>
      {numbers.map((number) => (
        <Fragment key={number}>
          {number === from ? null : (
            <li>
              <Between kind="cut" page={number} isAsked={asked.includes(number)} onPick={() => onCut(number)} />
            </li>
          )}
          <li>
            <Thumb {...{ paper, number, current, onPage }} hasPictures={view.hasPictures} />
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

interface ThumbProps extends Pick<PagesProps, 'paper' | 'current' | 'onPage'> {
  readonly number: number;
  readonly hasPictures: boolean;
}

function Thumb({ paper, number, current, onPage, hasPictures }: ThumbProps): ReactNode {
  const { t } = useWords();
  const label = t('shell.page', { page: number });
  const inside = (
    <>
      {hasPictures ? (
        <img className={styles['picture']} src={pictureAddress(paper.key, number, '240')} alt="" loading="lazy" />
      ) : (
        <span className={`${styles['picture']} ${styles['text']}`}>
          <Icon name="paper" />
        </span>
      )}
      <span>{number}</span>
    </>
  );
  if (current === null)
    return (
      <Link
        to="/documents/$documentId"
        params={{ documentId: paper.key }}
        className={styles['thumb'] ?? ''}
        aria-label={label}
      >
        {inside}
      </Link>
    );
  return (
    <button
      type="button"
      className={styles['thumb']}
      aria-label={label}
      aria-current={number === current ? 'page' : undefined}
      onClick={() => onPage(number)}
    >
      {inside}
    </button>
  );
}

interface BetweenProps {
  readonly kind: 'cut' | 'join';
  /** The first page after it. */
  readonly page: number;
  /** Whether Liasse asks about it. */
  readonly isAsked?: boolean;
  readonly onPick: () => void;
}

function Between({ kind, page, isAsked = false, onPick }: BetweenProps): ReactNode {
  const { t } = useWords();
  const what = t(`document.${isAsked ? 'cutAsked' : kind}`, { page });
  return (
    <button
      type="button"
      className={isAsked ? `${styles['between']} ${styles['asked']}` : styles['between']}
      aria-label={what}
      title={what}
      onClick={onPick}
    >
      <Icon name={kind} size={13} />
      {isAsked ? '?' : null}
    </button>
  );
}

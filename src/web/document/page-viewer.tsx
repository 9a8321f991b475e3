import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentView } from '#http/contract/documents.ts';
import { pageQuery, pictureAddress } from '../api/document.ts';
import { Label } from '../parts/label.tsx';
import { type BoxKind, PageImage } from '../parts/page-image.tsx';
import { TextLayer } from '../parts/text-layer.tsx';
import { useWords } from '../words/use-words.ts';
import { boxesOf } from './boxes-of.ts';
import styles from './page-viewer.module.css';
import { pagesOf } from './pages-of.ts';
import { usePan } from './use-pan.ts';
import { useZoom } from './use-zoom.ts';
import { ViewerTools } from './viewer-tools.tsx';

declare module 'react' {
  interface CSSProperties {
    '--factor'?: number;
    '--ratio'?: number;
  }
}

interface PageViewerProps {
  readonly view: DocumentView;
  /** Within the file. */
  readonly page: number;
  /** Boxes that show as long as nobody says otherwise. */
  readonly kinds: readonly BoxKind[];
  /** The box that stands out. */
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onPage: (page: number) => void;
}

const SHARP_FROM = 1.6;
const A4_RATIO = 297 / 210;

/** A page large enough to read, with what was read over it; larger, smaller, and moved about. */
export function PageViewer({ view, page, kinds: firstKinds, lit, onPoint, onPage }: PageViewerProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { record, hasPictures, key } = view;
  const language = record.languages[0]?.code;
  const [kinds, setKinds] = useState<ReadonlySet<BoxKind>>(new Set(firstKinds));
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame, 'page');
  usePan(frame);
  useScrollToBox(frame, lit);
  const { data } = useQuery(pageQuery(key, page));
  const ratio = data?.ratio ?? A4_RATIO;
  const sheet: CSSProperties = { '--factor': zoom.factor, '--ratio': ratio };
  const width = zoom.factor >= SHARP_FROM ? '2400' : '1600';
  return (
    <section className={styles['viewer']} aria-label={t('shell.page', { page })}>
      {data?.state === 'failed' ? (
        <div className={styles['notice']}>
          <Label tone="bad" icon="blocking">
            {t('document.pageFailed')}
          </Label>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div ref={frame} className={styles['frame']} tabIndex={0}>
        <div
          className={zoom.fit === 'width' ? `${styles['sheet']} ${styles['byWidth']}` : styles['sheet']}
          style={sheet}
        >
          <PageImage
            key={page}
            src={hasPictures ? pictureAddress(key, page, width) : null}
            page={page}
            ratio={ratio}
            boxes={boxesOf(view, page, words).filter(({ kind }) => kinds.has(kind))}
            chosen={lit}
            onPoint={onPoint}
            onChoose={onPoint}
          >
            {data === undefined ? null : (
              <TextLayer
                lines={data.lines}
                ratio={ratio}
                isVisible={!hasPictures}
                {...(language === undefined ? {} : { language })}
              />
            )}
          </PageImage>
        </div>
      </div>
      <ViewerTools {...{ page, kinds, onPage, zoom }} pages={pagesOf(record)} onKinds={setKinds} />
    </section>
  );
}

/** Whatever is pointed at beside the page is brought into view on it. */
function useScrollToBox(frame: { readonly current: HTMLElement | null }, lit: string | null): void {
  useEffect(() => {
    if (lit === null || frame.current?.matches(':hover') === true) return;
    frame.current
      ?.querySelector(`[data-box="${CSS.escape(lit)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [frame, lit]);
}

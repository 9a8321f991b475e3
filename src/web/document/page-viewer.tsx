import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { pageQuery, pictureAddress } from '../api/document.ts';
import { Label } from '../parts/label.tsx';
import { type BoxKind, PageImage, type ShownBox } from '../parts/page-image.tsx';
import { TextLayer } from '../parts/text-layer.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './page-viewer.module.css';
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
  readonly documentKey: string;
  readonly page: number;
  readonly pages: { readonly from: number; readonly to: number };
  readonly hasPictures: boolean;
  readonly language: string | undefined;
  readonly boxes: readonly ShownBox[];
  readonly kinds: ReadonlySet<BoxKind>;
  readonly onKinds: (kinds: ReadonlySet<BoxKind>) => void;
  /** The box that stands out. */
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onPage: (page: number) => void;
}

const SHARP_FROM = 1.6;
const A4_RATIO = 297 / 210;

/** A page large enough to read, with what was read over it; larger, smaller, and moved about. */
export function PageViewer(props: PageViewerProps): ReactNode {
  const { documentKey, page, hasPictures, language, boxes, kinds, lit, onPoint } = props;
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame, 'page');
  usePan(frame);
  useScrollToBox(frame, lit);
  const { data } = useQuery(pageQuery(documentKey, page));
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
            src={hasPictures ? pictureAddress(documentKey, page, width) : null}
            page={page}
            ratio={ratio}
            boxes={boxes.filter(({ kind }) => kinds.has(kind))}
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
      <ViewerTools {...props} zoom={zoom} />
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

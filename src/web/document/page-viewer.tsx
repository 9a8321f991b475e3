import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { pageQuery, pictureAddress } from '../api/document.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Label } from '../parts/label.tsx';
import { type BoxKind, PageImage, type ShownBox } from '../parts/page-image.tsx';
import { TextLayer } from '../parts/text-layer.tsx';
import { useShortcut } from '../parts/use-shortcut.ts';
import { useWords } from '../words/use-words.ts';
import { BOX_KINDS } from './boxes-of.ts';
import styles from './page-viewer.module.css';
import { usePan } from './use-pan.ts';
import { useZoom, type Zoom } from './use-zoom.ts';

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
      <Tools {...props} zoom={zoom} />
    </section>
  );
}

function Tools(props: PageViewerProps & { readonly zoom: Zoom }): ReactNode {
  const { page, pages, onPage, zoom } = props;
  const { t } = useWords();
  const count = pages.to - pages.from + 1;
  const go = (to: number): void => onPage(Math.min(pages.to, Math.max(pages.from, to)));
  useShortcut({ keys: 'ArrowRight', what: t('document.keys.nextPage') }, () => go(page + 1));
  useShortcut({ keys: 'ArrowLeft', what: t('document.keys.previousPage') }, () => go(page - 1));
  useShortcut({ keys: '+', what: t('document.zoomIn') }, zoom.in);
  useShortcut({ keys: '-', what: t('document.zoomOut') }, zoom.out);
  useShortcut({ keys: '0', what: t('document.fit') }, zoom.toggleFit);
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('document.tools')}>
      {count > 1 ? (
        <>
          <Tool
            icon="left"
            label={t('document.keys.previousPage')}
            onClick={() => go(page - 1)}
            isOff={page === pages.from}
          />
          <span className={styles['pages']} aria-live="polite">
            {t('document.pageOf', { page: page - pages.from + 1, count })}
          </span>
          <Tool
            icon="right"
            label={t('document.keys.nextPage')}
            onClick={() => go(page + 1)}
            isOff={page === pages.to}
          />
          <span className={styles['line']} />
        </>
      ) : null}
      <Tool icon="minus" label={t('document.zoomOut')} onClick={zoom.out} />
      <Tool icon="fit" label={t('document.fit')} onClick={zoom.toggleFit} />
      <Tool icon="plus" label={t('document.zoomIn')} onClick={zoom.in} />
      <span className={styles['line']} />
      <BoxMenu {...props} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
}

function Tool({ icon, label, onClick, isOff = false }: ToolProps): ReactNode {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      radius="xl"
      size="lg"
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={isOff}
    >
      <Icon name={icon} size={17} />
    </ActionIcon>
  );
}

/** Which boxes show. */
function BoxMenu({ kinds, onKinds }: Pick<PageViewerProps, 'kinds' | 'onKinds'>): ReactNode {
  const { t } = useWords();
  useShortcut({ keys: 'b', what: t('document.keys.boxes') }, () => onKinds(new Set(kinds.size === 0 ? BOX_KINDS : [])));
  const toggle = (kind: BoxKind): void => onKinds(kinds.symmetricDifference(new Set([kind])));
  return (
    <Menu closeOnItemClick={false} position="top">
      <Menu.Target>
        <ActionIcon
          variant={kinds.size === 0 ? 'subtle' : 'light'}
          color={kinds.size === 0 ? 'gray' : 'ink'}
          radius="xl"
          size="lg"
          aria-label={t('document.boxes')}
          title={t('document.boxes')}
        >
          <Icon name="boxes" size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {BOX_KINDS.map((kind) => (
          <Menu.Item
            key={kind}
            role="menuitemcheckbox"
            aria-checked={kinds.has(kind)}
            leftSection={<BoxSign isOn={kinds.has(kind)} />}
            onClick={() => toggle(kind)}
          >
            {t(`document.box.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function BoxSign({ isOn }: { readonly isOn: boolean }): ReactNode {
  return <span style={{ display: 'inline-flex', width: 16 }}>{isOn ? <Icon name="check" size={15} /> : null}</span>;
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

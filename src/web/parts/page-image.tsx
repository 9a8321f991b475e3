import { type MouseEvent, type ReactNode, useState } from 'react';
import type { Box } from '#domain/geometry.ts';
import { useWords } from '../words/use-words.ts';
import styles from './page-image.module.css';

export type BoxKind = 'date' | 'letterhead' | 'mark' | 'reason' | 'field' | 'flag';

export interface ShownBox {
  readonly id: string;
  /** Fractions of the page: left, top, width, height. */
  readonly box: Box;
  readonly kind: BoxKind;
  /** What was read there, in words; what those hear who do not see it. */
  readonly label: string;
}

interface PageImageProps {
  /** Null for a page that has no picture, as a text has none. */
  readonly src: string | null;
  /** Of the page within its file. */
  readonly page: number;
  /** Height by width, so that nothing jumps when the picture comes. A4 when it is not known. */
  readonly ratio?: number;
  readonly boxes?: readonly ShownBox[];
  /** The box that stands out. */
  readonly chosen?: string | null;
  readonly onChoose?: (id: string) => void;
  /** The box that is pointed at; null when none is any more. */
  readonly onPoint?: (id: string | null) => void;
  /** Text to be selected, or whatever else lies over the page. */
  readonly children?: ReactNode;
}

const A4_RATIO = 297 / 210;

/** A page as it looks, upright, with boxes over what was read. */
export function PageImage(props: PageImageProps): ReactNode {
  const { src, page, ratio = A4_RATIO, boxes = [], chosen = null, onChoose, onPoint, children } = props;
  const { t } = useWords();
  const [isLoaded, setIsLoaded] = useState(src === null);
  return (
    // The boxes lie under the text that can be selected, so the page itself finds the one that is pointed at; keys reach them as buttons.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside do the same for keys
    <figure
      className={styles['page']}
      style={{ aspectRatio: `1 / ${ratio}` }}
      aria-busy={!isLoaded}
      onPointerMove={(event) => onPoint?.(boxAt(boxes, event)?.id ?? null)}
      onPointerLeave={() => onPoint?.(null)}
      onClick={(event) => {
        const found = boxAt(boxes, event);
        if (found !== undefined && document.getSelection()?.isCollapsed !== false) onChoose?.(found.id);
      }}
    >
      {src === null ? null : (
        <img
          className={styles['image']}
          src={src}
          alt={t('shell.page', { page })}
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => setIsLoaded(true)}
        />
      )}
      {children}
      {boxes.map((shown) => (
        <button
          key={shown.id}
          type="button"
          className={`${styles['box']} ${styles[shown.kind]}`}
          style={placeOf(shown.box)}
          title={shown.label}
          aria-label={shown.label}
          aria-pressed={shown.id === chosen}
          data-box={shown.id}
          onFocus={() => onPoint?.(shown.id)}
          onBlur={() => onPoint?.(null)}
          onClick={(event) => {
            event.stopPropagation();
            onChoose?.(shown.id);
          }}
        />
      ))}
    </figure>
  );
}

/** The smallest box there: it lies within the others. */
function boxAt(boxes: readonly ShownBox[], event: MouseEvent<HTMLElement>): ShownBox | undefined {
  const page = event.currentTarget.getBoundingClientRect();
  const [x, y] = [(event.clientX - page.left) / page.width, (event.clientY - page.top) / page.height];
  return boxes
    .filter(({ box: [left, top, width, height] }) => x >= left && x <= left + width && y >= top && y <= top + height)
    .sort((one, other) => one.box[2] * one.box[3] - other.box[2] * other.box[3])[0];
}

function placeOf([left, top, width, height]: Box): Record<'left' | 'top' | 'width' | 'height', string> {
  const percent = (fraction: number): string => `${fraction * 100}%`;
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
}

import { type ReactNode, useState } from 'react';
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
  readonly src: string;
  /** Of the page within its file. */
  readonly page: number;
  /** Height by width, so that nothing jumps when the picture comes. A4 when it is not known. */
  readonly ratio?: number;
  readonly boxes?: readonly ShownBox[];
  /** The box that stands out. */
  readonly chosen?: string | null;
  readonly onChoose?: (id: string) => void;
  /** Text to be selected, or whatever else lies over the page. */
  readonly children?: ReactNode;
}

const A4_RATIO = 297 / 210;

/** A page as it looks, upright, with boxes over what was read. */
export function PageImage(props: PageImageProps): ReactNode {
  const { src, page, ratio = A4_RATIO, boxes = [], chosen = null, onChoose, children } = props;
  const { t } = useWords();
  const [isLoaded, setIsLoaded] = useState(false);
  return (
    <figure className={styles['page']} style={{ aspectRatio: `1 / ${ratio}` }} aria-busy={!isLoaded}>
      <img
        className={styles['image']}
        src={src}
        alt={t('shell.page', { page })}
        loading="lazy"
        decoding="async"
        draggable={false}
        onLoad={() => setIsLoaded(true)}
      />
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
          onClick={() => onChoose?.(shown.id)}
        />
      ))}
    </figure>
  );
}

function placeOf([left, top, width, height]: Box): Record<'left' | 'top' | 'width' | 'height', string> {
  const percent = (fraction: number): string => `${fraction * 100}%`;
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
}

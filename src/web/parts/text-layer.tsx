import { memo, type ReactNode } from 'react';
import type { Box } from '#domain/geometry.ts';
import styles from './text-layer.module.css';

/** A line as the API gives it: its words in the order in which they are read. */
export interface LayerLine {
  readonly direction: 'ltr' | 'rtl';
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

interface TextLayerProps {
  readonly lines: readonly LayerLine[];
  /** Height of the page by its width. */
  readonly ratio: number;
  /** ISO 639, for those who listen. */
  readonly language?: string;
  /** Instead of a picture, where there is none. */
  readonly isVisible?: boolean;
}

/**
 * What was read, word over word on its picture, so that it can be selected and copied. Words stand in the order in which they are read, so that what is copied is
 * right in every direction of writing; sizes are shares of the page, so that no zoom moves them.
 */
export const TextLayer = memo(function TextLayer(props: TextLayerProps): ReactNode {
  const { lines, ratio, language, isVisible = false } = props;
  return (
    <div
      className={isVisible ? `${styles['layer']} ${styles['visible']}` : styles['layer']}
      {...(language === undefined ? {} : { lang: language })}
    >
      {lines.map(({ direction, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
        <div key={at} dir={direction}>
          {words.map(({ text, box }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do words
            <span key={nth} className={styles['word']} style={placeOf(box, { text, ratio, direction, isVisible })}>
              {`${text} `}
            </span>
          ))}
          <br className={styles['space']} />
        </div>
      ))}
    </div>
  );
});

interface WordLook {
  readonly text: string;
  readonly ratio: number;
  readonly direction: LayerLine['direction'];
  readonly isVisible: boolean;
}

/** A word of the height of its box, drawn out to its width. */
function placeOf([left, top, width, height]: Box, { text, ratio, direction, isVisible }: WordLook) {
  const natural = emWidth(text) * height * ratio;
  const stretch = natural > 0 ? Math.min(8, Math.max(0.1, width / natural)) : 1;
  const isRtl = direction === 'rtl';
  return {
    ...(isRtl ? { right: `${(1 - left - width) * 100}%` } : { left: `${left * 100}%` }),
    top: `${top * 100}%`,
    fontSize: `${height * 100}cqh`,
    transformOrigin: isRtl ? 'top right' : 'top left',
    transform: isVisible && stretch > 1 ? undefined : `scaleX(${stretch})`,
  };
}

const MEASURED_PX = 100;
let canvas: CanvasRenderingContext2D | null | undefined;

/** How wide a word is by itself, in heights of its letters. */
function emWidth(text: string): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length / 2;
  canvas.font = `${MEASURED_PX}px Arial, "Noto Sans", sans-serif`;
  return canvas.measureText(text).width / MEASURED_PX;
}

import { type RefObject, useEffect, useState } from 'react';

const STEP = 1.25;
const MOST = 6;
const LEAST = 0.5;

export interface Zoom {
  /** 1: the page as it fits. */
  readonly factor: number;
  /** Fits by its whole or by its width. */
  readonly fit: 'page' | 'width';
  in(): void;
  out(): void;
  /** The whole page, or its width when it shows whole. */
  toggleFit(): void;
}

/** How large a page shows in what scrolls; the wheel with Ctrl, and a pinch on a touchpad, change it. */
export function useZoom(frame: RefObject<HTMLElement | null>, first: Zoom['fit']): Zoom {
  const [factor, setFactor] = useState(1);
  const [fit, setFit] = useState(first);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      setFactor((before) => bounded(before * Math.exp(-event.deltaY / 300)));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [frame]);
  return {
    factor,
    fit,
    in: () => setFactor((before) => bounded(before * STEP)),
    out: () => setFactor((before) => bounded(before / STEP)),
    toggleFit: () => {
      setFit((before) => (factor === 1 && before === 'page' ? 'width' : 'page'));
      setFactor(1);
    },
  };
}

function bounded(factor: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(factor * 100) / 100));
}

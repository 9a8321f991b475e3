import type { Page } from 'playwright-core';

/** How a long list felt while it was scrolled from its beginning to its end. */
export interface Scrolled {
  /** Addresses of the papers of all rows that came into view, in any order. */
  readonly seen: readonly string[];
  /** Elements of the page, when they were most. */
  readonly mostElements: number;
  /** Frames in a row, at most, in which the list filled the view and no row of it was there. */
  readonly mostBlankFrames: number;
  /** Milliseconds between one frame and the next, in their order. */
  readonly framesMs: readonly number[];
}

/** What is scrolled: an element of its own, or the page. */
export interface Scrollable {
  readonly frame: string | null;
  readonly row: string;
}
export const TABLE: Scrollable = { frame: 'section:has(> table tr[data-index])', row: 'tr[data-index]' };
export const CARDS: Scrollable = { frame: null, row: 'li:has(> * > a[href^="/documents/"])' };

/** Scrolls a list of papers to its end: `stepPx` a frame, or nearly all that shows whenever all rows of it are there, as somebody who pages down and looks does. */
export function scrollThrough(page: Page, list: Scrollable, stepPx?: number): Promise<Scrolled> {
  return page.evaluate(scrollInPage, { ...list, stepPx: stepPx ?? null });
}

/** Runs in the page: nothing of this module is known there. */
async function scrollInPage({
  frame,
  row,
  stepPx,
}: Scrollable & { readonly stepPx: number | null }): Promise<Scrolled> {
  const scroller = frame === null ? document.scrollingElement : document.querySelector(frame);
  if (scroller === null) throw new Error('nothing to scroll');
  // Between two cards; and how long a slow machine may take to draw what is scrolled to.
  const [GAP_PX, MOST_FRAMES] = [40, 60];
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isInView = ({ top, bottom }: DOMRect, view: { top: number; bottom: number }): boolean =>
    bottom > view.top && top < view.bottom;
  const [seen, framesMs] = [new Set<string>(), [] as number[]];
  let [mostElements, blankFrames, mostBlankFrames, stillFrames, missingFrames] = [0, 0, 0, 0, 0];
  let isAtEnd = false;
  /** Whether every row that belongs into the view is there. */
  const look = (): boolean => {
    const own = scroller.getBoundingClientRect();
    const view = frame === null ? { top: 0, bottom: innerHeight } : { top: own.top, bottom: own.bottom };
    const rows = [...document.querySelectorAll(row)];
    const inView = rows.filter((one) => isInView(one.getBoundingClientRect(), view));
    for (const one of inView) seen.add(one.querySelector('a[href^="/documents/"]')?.getAttribute('href') ?? '');
    const list = rows[0]?.parentElement?.getBoundingClientRect();
    const isFilled = list !== undefined && list.top <= view.top && list.bottom >= view.bottom;
    blankFrames = isFilled && inView.length === 0 ? blankFrames + 1 : 0;
    mostBlankFrames = Math.max(mostBlankFrames, blankFrames);
    mostElements = Math.max(mostElements, document.querySelectorAll('*').length);
    if (list === undefined) return false;
    isAtEnd = list.bottom <= view.bottom + GAP_PX;
    const tops = inView.map((one) => one.getBoundingClientRect().top);
    const bottoms = inView.map((one) => one.getBoundingClientRect().bottom);
    return (
      Math.min(...tops) <= Math.max(view.top, list.top) + GAP_PX &&
      Math.max(...bottoms) >= Math.min(view.bottom, list.bottom) - GAP_PX
    );
  };
  let last = await nextFrame();
  look();
  // A list grows while its rows are measured: it is through when its end shows and nothing moves any more.
  while (stillFrames < (isAtEnd ? 5 : MOST_FRAMES)) {
    const before = scroller.scrollTop;
    scroller.scrollTop = before + (stepPx ?? scroller.clientHeight * 0.9);
    stillFrames = scroller.scrollTop === before ? stillFrames + 1 : 0;
    missingFrames = 0;
    do {
      const now = await nextFrame();
      framesMs.push(now - last);
      last = now;
      missingFrames += 1;
    } while (!look() && stepPx === null && missingFrames < MOST_FRAMES);
  }
  return { seen: [...seen], mostElements, mostBlankFrames, framesMs };
}

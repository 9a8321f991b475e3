import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where a grid is on its page. */
export interface GridPlace {
  /** As many as the browser found room for. */
  readonly columns: number;
  /** From the top of the page, in pixels of the page. */
  readonly top: number;
}

/** Watches how a grid is laid out: its columns, and how far down it begins, which changes with what stands above. */
export function useGridPlace(grid: RefObject<HTMLElement | null>): GridPlace {
  const [place, setPlace] = useState<GridPlace>({ columns: 1, top: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      if (grid.current === null) return;
      const columns = getComputedStyle(grid.current).gridTemplateColumns.split(' ').length;
      const top = Math.round(grid.current.getBoundingClientRect().top + window.scrollY);
      setPlace((before) => (before.columns === columns && before.top === top ? before : { columns, top }));
    };
    look();
    const watching = new ResizeObserver(look);
    watching.observe(document.body);
    if (grid.current !== null) watching.observe(grid.current);
    return () => watching.disconnect();
  }, [grid]);
  return place;
}

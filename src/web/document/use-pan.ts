import { type RefObject, useEffect } from 'react';

/** Lets a mouse drag what scrolls, where no text is under it to be selected; fingers and touchpads do so by themselves. */
export function usePan(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let from: { readonly x: number; readonly y: number } | undefined;
    const press = (event: PointerEvent): void => {
      const isText = event.target instanceof Element && event.target.closest('span, button') !== null;
      if (event.pointerType !== 'mouse' || event.button !== 0 || isText) return;
      from = { x: event.clientX + element.scrollLeft, y: event.clientY + element.scrollTop };
    };
    const move = (event: PointerEvent): void => {
      if (from === undefined) return;
      event.preventDefault();
      element.scrollTo(from.x - event.clientX, from.y - event.clientY);
    };
    const release = (): void => {
      from = undefined;
    };
    element.addEventListener('pointerdown', press);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    return () => {
      element.removeEventListener('pointerdown', press);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
    };
  }, [frame]);
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** Further than any grid goes. */
const FURTHEST = 1_000;

/** Puts the focus on the next cell in that direction (elements with `data-place="row column"`), passing over empty ones; whether there was one. */
export function moveInGrid(grid: HTMLElement, key: string): boolean {
  const step = STEPS[key];
  const from = grid.ownerDocument.activeElement?.getAttribute('data-place');
  if (step === undefined || from === null || from === undefined) return false;
  let [row = 0, column = 0] = from.split(' ').map(Number);
  for (let tries = 0; tries < FURTHEST; tries += 1) {
    row += step[0];
    column += step[1];
    if (row < 0 || column < 0) return false;
    const cell = grid.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    if (cell === null) continue;
    cell.focus();
    return true;
  }
  return false;
}

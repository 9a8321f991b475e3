/** A connected area of marked cells of a grid. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly count: number;
  /** Cells farthest to the top left, top right, bottom right and bottom left. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** The connected areas (four neighbours) of cells that are 1, row by row. */
export function regionsOf(cells: Uint8Array, width: number): Region[] {
  const open = cells.slice();
  const regions: Region[] = [];
  for (let start = 0; start < open.length; start += 1) {
    if (open[start] === 1) regions.push(regionFrom(open, width, start));
  }
  return regions;
}

/** Floods from a cell and closes what it reaches. */
function regionFrom(open: Uint8Array, width: number, start: number): Region {
  const region = { left: width, top: open.length, right: 0, bottom: 0, count: 0 };
  const reach: Reach = {
    leastSum: Infinity,
    mostSum: -1,
    leastDifference: Infinity,
    mostDifference: -Infinity,
    corners: [start, start, start, start],
  };
  const stack = [start];
  open[start] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    region.count += 1;
    if (x < region.left) region.left = x;
    if (x > region.right) region.right = x;
    if (y < region.top) region.top = y;
    if (y > region.bottom) region.bottom = y;
    stretch(reach, at, x + y, x - y);
    if (x > 0) visit(open, at - 1, stack);
    if (x < width - 1) visit(open, at + 1, stack);
    visit(open, at - width, stack);
    visit(open, at + width, stack);
  }
  return { ...region, corners: reach.corners.map((at) => [at % width, Math.floor(at / width)]) };
}

interface Reach {
  leastSum: number;
  mostSum: number;
  leastDifference: number;
  mostDifference: number;
  readonly corners: [topLeft: number, topRight: number, bottomRight: number, bottomLeft: number];
}

/** Takes note of a cell that lies farther to a corner than those before. */
function stretch(reach: Reach, at: number, sum: number, difference: number): void {
  if (sum < reach.leastSum) [reach.leastSum, reach.corners[0]] = [sum, at];
  if (difference > reach.mostDifference) [reach.mostDifference, reach.corners[1]] = [difference, at];
  if (sum > reach.mostSum) [reach.mostSum, reach.corners[2]] = [sum, at];
  if (difference < reach.leastDifference) [reach.leastDifference, reach.corners[3]] = [difference, at];
}

function visit(open: Uint8Array, at: number, stack: number[]): void {
  if (open[at] !== 1) return;
  open[at] = 0;
  stack.push(at);
}

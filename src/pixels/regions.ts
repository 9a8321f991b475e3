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
  const reach = { topLeft: start, topRight: start, bottomRight: start, bottomLeft: start };
  const region = { left: width, top: open.length, right: 0, bottom: 0, count: 0 };
  const sum = (at: number): number => (at % width) + Math.floor(at / width);
  const difference = (at: number): number => (at % width) - Math.floor(at / width);
  const stack = [start];
  open[start] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    region.count += 1;
    region.left = Math.min(region.left, x);
    region.right = Math.max(region.right, x);
    region.top = Math.min(region.top, y);
    region.bottom = Math.max(region.bottom, y);
    if (sum(at) < sum(reach.topLeft)) reach.topLeft = at;
    if (sum(at) > sum(reach.bottomRight)) reach.bottomRight = at;
    if (difference(at) > difference(reach.topRight)) reach.topRight = at;
    if (difference(at) < difference(reach.bottomLeft)) reach.bottomLeft = at;
    if (x > 0) visit(open, at - 1, stack);
    if (x < width - 1) visit(open, at + 1, stack);
    visit(open, at - width, stack);
    visit(open, at + width, stack);
  }
  const corners = [reach.topLeft, reach.topRight, reach.bottomRight, reach.bottomLeft];
  return { ...region, corners: corners.map((at) => [at % width, Math.floor(at / width)]) };
}

function visit(open: Uint8Array, at: number, stack: number[]): void {
  if (open[at] !== 1) return;
  open[at] = 0;
  stack.push(at);
}

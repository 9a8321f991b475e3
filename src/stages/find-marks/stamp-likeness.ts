import type { Component } from '#pixels/components.ts';
import type { InkGroup, PageInk } from './ink-group.ts';

/** Millimetres of a page's width, A4 assumed: a crop or another format errs by a tenth or two, which the ranges allow for. */
const PAGE_WIDTH_MM = 210;

/** How much a group of ink looks like a stamp, 0..1: a ring or a frame of the right size, or coloured ink among black print. */
export function stampLikeness(group: InkGroup, { ink, colours }: PageInk): number {
  const mm = PAGE_WIDTH_MM / ink.width;
  const [wide, high] = [(group.right - group.left + 1) * mm, (group.bottom - group.top + 1) * mm];
  if (wide < 12 || high < 7 || wide > 110 || high > 75) return 0;
  const largest = group.pieces.reduce((best, piece) => (size(piece) > size(best) ? piece : best));
  const ring = Math.max(
    ...group.pieces.filter((piece) => size(piece) * mm > 15).map((piece) => ringLikeness(piece, mm)),
    0,
  );
  const frame = frameLikeness(largest, mm);
  const colour = colourShare(group, colours, ink.width);
  // Coloured ink alone may be a pen or a logo in the head; colour makes a ring or a frame certain.
  const isInHead = group.bottom < ink.height * 0.16;
  const byColour = colour > 0.45 && !isInHead && group.pieces.length >= 8 && high > 10 ? 0.62 : 0;
  const likeness = Math.max(ring, frame, byColour) + (colour > 0.35 ? 0.12 : 0);
  return Math.min(0.98, isInHead ? likeness * 0.55 : likeness);
}

function size(piece: Component): number {
  return Math.max(piece.right - piece.left, piece.bottom - piece.top) + 1;
}

/** Ink along most of an ellipse inscribed in the piece's box, and little of it outside. */
function ringLikeness(piece: Component, mm: number): number {
  const [wide, high] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  const aspect = wide / high;
  if (wide * mm < 16 || high * mm < 12 || wide * mm > 62 || high * mm > 62 || aspect < 0.6 || aspect > 1.9) return 0;
  const { covered, outside } = aroundEllipse(piece);
  if (outside > piece.runs.length * 0.1) return covered > 0.9 ? 0.5 : 0;
  return covered < 0.72 ? 0 : Math.min(0.93, covered * 0.95);
}

/** Share of the directions in which the piece's box-filling ellipse is inked, and the run ends that lie outside it. */
function aroundEllipse(piece: Component): { covered: number; outside: number } {
  const [middleX, middleY] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2];
  const [halfWide, halfHigh] = [(piece.right - piece.left + 1) / 2, (piece.bottom - piece.top + 1) / 2];
  const bins = new Uint8Array(48);
  let outside = 0;
  for (let at = 0; at < piece.runs.length; at += 3) {
    const dy = ((piece.runs[at] ?? 0) - middleY) / halfHigh;
    for (const x of [piece.runs[at + 1] ?? 0, piece.runs[at + 2] ?? 0]) {
      const dx = (x - middleX) / halfWide;
      const radius = Math.hypot(dx, dy);
      if (radius > 1.12) outside += 1;
      else if (radius >= 0.86)
        bins[Math.floor(((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI)) * bins.length) % bins.length] = 1;
    }
  }
  return { covered: bins.reduce((sum, bin) => sum + bin, 0) / bins.length, outside };
}

/** Ink along four straight sides of a box the size of a stamp, also when it was set a little askew. */
function frameLikeness(piece: Component, mm: number): number {
  const [wide, high] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  if (wide * mm < 25 || high * mm < 9 || wide * mm > 95 || high * mm > 50) return 0;
  const columnsTop = new Float64Array(wide).fill(Number.POSITIVE_INFINITY);
  const columnsBottom = new Float64Array(wide).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < piece.runs.length; at += 3) {
    const y = piece.runs[at] ?? 0;
    for (let x = piece.runs[at + 1] ?? 0; x <= (piece.runs[at + 2] ?? 0); x += 1) {
      columnsTop[x - piece.left] = Math.min(columnsTop[x - piece.left] ?? y, y);
      columnsBottom[x - piece.left] = Math.max(columnsBottom[x - piece.left] ?? y, y);
    }
  }
  // Both edges must be straight lines over the middle of the box, and parallel.
  const top = straightness(columnsTop);
  const bottom = straightness(columnsBottom);
  if (top.error > 2.2 || bottom.error > 2.2 || Math.abs(top.slope - bottom.slope) > 0.03) return 0;
  const distance = (bottom.middle - top.middle) / high;
  return distance < 0.55 ? 0 : 0.74;
}

/** Least-squares line through the middle four fifths of an edge: slope, mean error in pixels, height in the middle. */
function straightness(edge: Float64Array): { slope: number; error: number; middle: number } {
  const [from, to] = [Math.round(edge.length * 0.12), Math.round(edge.length * 0.88)];
  const points: [number, number][] = [];
  for (let x = from; x < to; x += 1) if (Number.isFinite(edge[x])) points.push([x, edge[x] ?? 0]);
  if (points.length < (to - from) * 0.85) return { slope: 0, error: Number.POSITIVE_INFINITY, middle: 0 };
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / Math.max(spread, 1);
  const error = points.reduce((sum, [x, y]) => sum + Math.abs(y - meanY - slope * (x - meanX)), 0) / points.length;
  return { slope, error, middle: meanY };
}

/** Share of the group's ink that has a colour. */
function colourShare(group: InkGroup, { channels, pixels }: PageInk['colours'], width: number): number {
  if (channels === 1) return 0;
  let coloured = 0;
  let count = 0;
  for (const { runs } of group.pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      for (let x = runs[at + 1] ?? 0; x <= (runs[at + 2] ?? 0); x += 2) {
        const index = ((runs[at] ?? 0) * width + x) * 3;
        const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]];
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 48) coloured += 1;
        count += 1;
      }
    }
  }
  return count === 0 ? 0 : coloured / count;
}

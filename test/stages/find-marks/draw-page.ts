import sharp from 'sharp';
import type { Line, PageMark } from '#domain/page-reading.ts';
import { inkOf, inkThreshold } from '#pixels/ink.ts';
import { toGrey } from '#pixels/to-grey.ts';
import type { Raster } from '#ports/pages.ts';
import { findPenMarks } from '#stages/find-marks/find-pen-marks.ts';

/** An A4 page at the size at which marks are looked for: 4.18 pixels a millimetre. */
export const PAGE = { width: 877, height: 1240 } as const;

/** Draws SVG shapes on a white page, softened as a scanner does; grey unless colours are asked for. */
export async function drawPage(svg: string, { inColour = false } = {}): Promise<Raster> {
  const drawing = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}"><rect width="100%" height="100%" fill="#fafafa"/><g fill="none" stroke="#222" stroke-width="2.4">${svg}</g></svg>`,
  );
  const { data, info } = await sharp(drawing).blur(0.6).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raster: Raster = { width: info.width, height: info.height, channels: 3, pixels: new Uint8Array(data) };
  return inColour ? raster : toGrey(raster);
}

/** The marks on a drawn page; `lines` are what was read on it. */
export async function marksOn(
  svg: string,
  { lines = [], inColour = false }: { readonly lines?: readonly Line[]; readonly inColour?: boolean } = {},
): Promise<PageMark[]> {
  const colours = await drawPage(svg, { inColour });
  const grey = toGrey(colours);
  const ink = inkOf(grey, Math.min(inkThreshold(grey) + 12, 200));
  return findPenMarks({ ink, colours, lines, pictures: [] });
}

/** The kinds of marks that are sure enough to count. */
export function sureKinds(marks: readonly PageMark[]): string[] {
  return [...new Set(marks.filter(({ confidence }) => confidence >= 0.5).map(({ kind }) => kind))].sort();
}

/** Letters of print or of a rubber: small shapes of one height in rows, without need of a font. */
export function lettering(at: { x: number; y: number; rows: number; columns: number; size?: number }): string {
  const { size = 9 } = at;
  const shapes = [
    (x: number, y: number) => `M${x} ${y}v${size}h${size * 0.5}`,
    (x: number, y: number) => `M${x} ${y + size}v${-size}h${size * 0.5}v${size}`,
    (x: number, y: number) => `M${x + size * 0.5} ${y}h${-size * 0.5}v${size}h${size * 0.5}`,
    (x: number, y: number) => `M${x} ${y}l${size * 0.3} ${size}l${size * 0.3} ${-size}`,
  ];
  let path = '';
  for (let row = 0; row < at.rows; row += 1)
    for (let column = 0; column < at.columns; column += 1)
      path +=
        shapes[(row * 7 + column * 3) % shapes.length]?.(at.x + column * size * 0.95, at.y + row * size * 2) ?? '';
  return `<path stroke-width="1.9" d="${path}"/>`;
}

/** Letters on an arc, as on the rim of a seal. */
export function rim(x: number, y: number, radius: number): string {
  return Array.from({ length: 26 }, (_, at) => {
    const degrees = at * 13.5;
    return `<g transform="rotate(${degrees} ${x} ${y})"><path stroke-width="1.8" d="M${x - 3} ${y - radius}v9h5"/></g>`;
  }).join('');
}

/** A pen's winding stroke. */
export function scrawl(x: number, y: number, { wide = 120, high = 34, turns = 6 } = {}): string {
  const points = Array.from({ length: turns * 12 }, (_, at) => {
    const share = at / (turns * 12);
    const lift = Math.sin(at * 0.52) * high * (0.5 - 0.25 * share);
    return `${(x + share * wide + Math.cos(at * 0.52) * (wide / turns) * 0.45).toFixed(1)},${(y + lift).toFixed(1)}`;
  });
  return `<polyline points="${points.join(' ')}"/>`;
}

/** A printed line as it was read, in pixels of the page. */
export function readLine(text: string, x: number, y: number, { size = 12, confidence = 0.93 } = {}): Line {
  let at = x;
  const words = text.split(' ').map((word) => {
    const width = word.length * size * 0.62;
    const box: [number, number, number, number] = [
      at / PAGE.width,
      y / PAGE.height,
      width / PAGE.width,
      size / PAGE.height,
    ];
    at += width + size * 0.5;
    return { text: word, box, confidence };
  });
  return { block: 0, box: [x / PAGE.width, y / PAGE.height, (at - x) / PAGE.width, size / PAGE.height], words };
}

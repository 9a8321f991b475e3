import type { Presence } from '#domain/case-judgement.ts';
import { writeDate } from '../calendar/write-date.ts';
import { drawCell, thinPattern } from './draw-cell.ts';
import { escapeMarkup } from './escape-markup.ts';
import { PICTURE_WORDS } from './picture-words.ts';

/** How presence is drawn. */
export interface PictureOrder {
  readonly language: 'fr' | 'en';
  /** Prefix of ids, for a page that holds several pictures. */
  readonly id?: string;
}

const CELL = { width: 34, height: 26, gap: 4 };
const LEFT = 58;
const TOP = 62;
const RIGHT = 88;
const WIDTH = LEFT + 12 * (CELL.width + CELL.gap) + RIGHT;
const LEGEND = 44;
const INK = '#1f2933';
const PALE_INK = '#52606d';

/**
 * Months of residence as a picture, SVG as text: a row a year, a cell a month, a letter and a pattern in each cell beside its colour, so that it is read
 * on a black and white print; title and description for screen readers. Same input, same bytes.
 */
export function drawPresence(presence: Presence, { language, id = 'presence' }: PictureOrder): string {
  const words = PICTURE_WORDS[language];
  const years = yearsOf(presence);
  const height = years.length === 0 ? TOP + LEGEND : TOP + years.length * (CELL.height + CELL.gap) + LEGEND;
  const rows = years.map(([year, months], row) => drawYear({ year, months, row, id }, language));
  const summary = years.map(([year, months]) =>
    words.year(year, count(months, 'proven'), count(months, 'thin'), count(months, 'empty')),
  );
  const said = [...presence.because, ...presence.stretches.map(({ because }) => because)].map(
    ({ message }) => message[language],
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" lang="${language}">`,
    `<title id="${id}-title">${escapeMarkup(words.title)}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(years.length === 0 ? words.nothing : [...said, ...summary].join(' '))}</desc>`,
    `<defs>${thinPattern(id)}</defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text({ x: 8, y: 26, size: 17, weight: 600 }, words.title),
    ...(years.length === 0
      ? [text({ x: 8, y: 56, size: 13 }, words.nothing)]
      : [header(language), ...rows, legend(height, id, language)]),
    '</svg>',
    '',
  ].join('\n');
}

type Month = Presence['months'][number];

/** The months of each year, in their order. */
function yearsOf({ months }: Presence): [string, Month[]][] {
  return [...Map.groupBy(months, ({ month }) => month.slice(0, 4))];
}

function header(language: 'fr' | 'en'): string {
  const initials = PICTURE_WORDS[language].initials.map((initial, index) =>
    text({ x: cellX(index) + CELL.width / 2, y: TOP - 8, size: 12, anchor: 'middle', fill: PALE_INK }, initial),
  );
  const counts = text(
    { x: WIDTH - 8, y: TOP - 8, size: 12, anchor: 'end', fill: PALE_INK },
    PICTURE_WORDS[language].counts,
  );
  return [...initials, counts].join('');
}

function drawYear(
  {
    year,
    months,
    row,
    id,
  }: { readonly year: string; readonly months: readonly Month[]; readonly row: number; readonly id: string },
  language: 'fr' | 'en',
): string {
  const words = PICTURE_WORDS[language];
  const y = TOP + row * (CELL.height + CELL.gap);
  const middle = y + CELL.height / 2 + 5;
  const cells = months.map(
    ({ month, state, papers }) =>
    drawCell({
      x: cellX(Number(month.slice(5)) - 1), y, width: CELL.width, height: CELL.height, id, state,
      letter: words.letters[state],
      title: words.cell(writeDate(month)[language], words.states[state], papers.length),
    }), // biome-ignore format: short keys in rows
  );
  return [
    '<g>',
    text({ x: 8, y: middle, size: 14, weight: 600 }, year),
    ...cells,
    text({ x: WIDTH - 8, y: middle, size: 13, anchor: 'end' }, `${count(months, 'proven')} / ${months.length}`),
    '</g>',
  ].join('');
}

function legend(height: number, id: string, language: 'fr' | 'en'): string {
  const words = PICTURE_WORDS[language];
  const y = height - LEGEND + 12;
  let x = LEFT;
  const parts = (['proven', 'thin', 'empty'] as const).map((state) => {
    const letter = words.letters[state];
    const cell = drawCell({ x, y, width: 26, height: 20, id, state, letter, title: words.states[state] });
    const label = text({ x: x + 34, y: y + 15, size: 13 }, words.states[state]);
    x += 34 + 13 * 0.56 * words.states[state].length + 28;
    return cell + label;
  });
  return `<g>${parts.join('')}</g>`;
}

function cellX(month: number): number {
  return LEFT + month * (CELL.width + CELL.gap);
}

function count(months: readonly Month[], state: Month['state']): number {
  return months.filter((month) => month.state === state).length;
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly anchor?: 'middle' | 'end';
  readonly fill?: string;
}

function text({ x, y, size, weight = 400, anchor, fill = INK }: TextStyle, content: string): string {
  const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchored}>${escapeMarkup(content)}</text>`;
}

import type { Presence } from '#domain/case-judgement.ts';
import { escapeMarkup } from './escape-markup.ts';

/** A month's cell: where, how it stands, the letter in it and what is read of it. */
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Prefix of the pattern's id. */
  readonly id: string;
  readonly state: Presence['months'][number]['state'];
  readonly letter: string;
  readonly title: string;
}

/** The hatching of a thin month. */
export function thinPattern(id: string): string {
  const hatch = '<path d="M-2 8 L8 -2 M4 14 L14 4" stroke="#dcae55" stroke-width="2.6"/>';
  return `<pattern id="${id}-thin" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="#fdf1d3"/>${hatch}</pattern>`;
}

/** A cell with its letter; contrast of the letter is at least 4.5 : 1 (WCAG AA). */
export function drawCell({ x, y, width, height, id, state, letter, title }: Cell): string {
  const look = {
    proven: { box: 'fill="#17624f" stroke="#17624f"', ink: '#ffffff' },
    thin: { box: `fill="url(#${id}-thin)" stroke="#9a6b14"`, ink: '#4a2f00' },
    empty: { box: 'fill="#ffffff" stroke="#8894a2" stroke-dasharray="3 3"', ink: '#52606d' },
  }[state];
  const middle = { x: x + width / 2, y: y + height / 2 };
  // The letter of a hatched cell stands on plain ground.
  const ground = state === 'thin' ? `<circle cx="${middle.x}" cy="${middle.y}" r="8.5" fill="#fdf1d3"/>` : '';
  return [
    `<g><title>${escapeMarkup(title)}</title>`,
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="4" ${look.box}/>`,
    ground,
    `<text x="${middle.x}" y="${middle.y + 4.5}" font-size="13" font-weight="700" fill="${look.ink}" text-anchor="middle">${escapeMarkup(letter)}</text></g>`,
  ].join('');
}

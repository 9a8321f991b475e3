import { describe, expect, it } from 'vitest';
import { lettering, marksOn, readLine, rim, scrawl, sureKinds } from './draw-page.ts';

const ring = (x: number, y: number, radius: number, extra = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" ${extra}/>`;
const turned = (degrees: number, x: number, y: number, svg: string): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${svg}</g>`;
const boxed = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;

describe('a signature', () => {
  it('is a winding stroke of the pen', async () => {
    expect(sureKinds(await marksOn(scrawl(480, 800)))).toEqual(['signature']);
  });
  it('may be long and flat', async () => {
    const flat = scrawl(420, 820, { wide: 260, high: 22, turns: 14 });
    expect(sureKinds(await marksOn(flat))).toEqual(['signature']);
  });
  it('may be a few letters at the foot of the page in a blue pen', async () => {
    const initials = `<g stroke="#1d3f9e">${scrawl(700, 1150, { wide: 46, high: 40, turns: 3 })}</g>`;
    expect(sureKinds(await marksOn(initials, { inColour: true, lines: [readLine('Paraphe', 690, 1115)] }))).toEqual([
      'signature',
    ]);
  });
  it('is seen through the printed name it runs across', async () => {
    const print = lettering({ x: 470, y: 796, rows: 1, columns: 16 });
    const lines = [readLine('Jeanne Dupont', 470, 794)];
    expect(sureKinds(await marksOn(print + scrawl(470, 800, { high: 60 }), { lines }))).toEqual(['signature']);
  });
  it('is seen when the recogniser took it for two large letters', async () => {
    const print = ['Fait pour valoir', 'ce que de droit', 'le directeur'].map((text, at) =>
      readLine(text, 90, 400 + at * 30),
    );
    const misread = readLine('An', 480, 770, { size: 90, confidence: 0.7 });
    expect(sureKinds(await marksOn(scrawl(480, 800), { lines: [...print, misread] }))).toEqual(['signature']);
  });
  it('is seen where a photo cuts it off', async () => {
    expect(sureKinds(await marksOn(scrawl(790, 800)))).toEqual(['signature']);
  });
  it('is seen in a table whose rules it touches', async () => {
    const table = [600, 660, 720, 780].map((y) => `<path d="M80 ${y}h760"/>`).join('');
    const uprights = [80, 460, 840].map((x) => `<path d="M${x} 600v180"/>`).join('');
    expect(sureKinds(await marksOn(table + uprights + scrawl(540, 690, { high: 70 })))).toEqual(['signature']);
  });
  it('is told apart from the seal it runs across, each with its own place', async () => {
    const seal = ring(620, 800, 72) + ring(620, 800, 48) + rim(620, 800, 64);
    const marks = await marksOn(seal + scrawl(450, 800, { wide: 160 }));
    expect(sureKinds(marks)).toEqual(['signature', 'stamp']);
    const stamp = marks.find(({ kind }) => kind === 'stamp');
    expect((stamp?.box[2] ?? 0) * 877).toBeGreaterThan(135);
    expect((stamp?.box[2] ?? 0) * 877).toBeLessThan(155);
  });
});

describe('a stamp', () => {
  it('is a ring with writing in it, and no signature', async () => {
    expect(sureKinds(await marksOn(ring(600, 800, 72) + ring(600, 800, 48) + rim(600, 800, 64)))).toEqual(['stamp']);
  });
  it('is a ring that the rubber printed in part only', async () => {
    const faint = ring(600, 800, 72, 'stroke-dasharray="36 14"') + rim(600, 800, 64);
    expect(sureKinds(await marksOn(faint))).toEqual(['stamp']);
  });
  it('is an oval', async () => {
    const oval = `<ellipse cx="600" cy="800" rx="95" ry="66"/>${lettering({ x: 550, y: 785, rows: 2, columns: 11 })}`;
    expect(sureKinds(await marksOn(oval))).toEqual(['stamp']);
  });
  it('is a triangle', async () => {
    const triangle = `<path d="M600 700l85 147h-170z"/>${lettering({ x: 570, y: 800, rows: 2, columns: 6 })}`;
    expect(sureKinds(await marksOn(turned(7, 600, 780, triangle)))).toEqual(['stamp']);
  });
  it.each([-17, -6, 3, 15])('is a frame of lines at %i degrees', async (degrees) => {
    const frame = boxed(480, 760, 230, 76) + lettering({ x: 510, y: 780, rows: 2, columns: 18 });
    expect(sureKinds(await marksOn(turned(degrees, 600, 800, frame)))).toEqual(['stamp']);
  });
  it('is lettering without a frame that stands askew', async () => {
    const lines = lettering({ x: 480, y: 780, rows: 3, columns: 22 });
    expect(sureKinds(await marksOn(turned(8, 600, 800, lines)))).toEqual(['stamp']);
  });
  it('is lettering without a frame in a colour', async () => {
    const lines = `<g stroke="#64309a">${lettering({ x: 480, y: 780, rows: 3, columns: 22 })}</g>`;
    expect(sureKinds(await marksOn(lines, { inColour: true }))).toEqual(['stamp']);
  });
});

describe('neither', () => {
  const page = {
    'print that nobody could read': lettering({ x: 100, y: 500, rows: 12, columns: 70 }),
    'a table': `${[600, 640, 680].map((y) => `<path d="M80 ${y}h700"/>`).join('')}<path d="M80 600v80M300 600v80M780 600v80"/>`,
    'an empty field of a form': boxed(120, 640, 260, 60),
    'a bold rule and a dotted line':
      '<path stroke-width="6" d="M100 700h500"/><path stroke-dasharray="2 5" d="M100 760h400"/>',
    'the ring of a cup': ring(500, 800, 165, 'stroke-width="7" stroke="#888"'),
    'an empty ring of the size of a seal': ring(500, 800, 80),
    'punch holes and a staple': `${ring(40, 400, 12, 'fill="#333"')}${ring(40, 740, 12, 'fill="#333"')}<path d="M60 50l40 22"/>`,
    'a bar code': Array.from(
      { length: 40 },
      (_, at) => `<path stroke-width="${1 + (at % 3)}" d="M${500 + at * 6} 900v60"/>`,
    ).join(''),
    'an emblem in the head': `${ring(110, 90, 34, 'stroke-width="4"')}<path fill="#222" d="M105 70h10v15h15v10h-15v15h-10v-15h-15v-10h15z"/>`,
    'the corner of a card': '<path d="M100 900v-300q0 -20 20 -20h500"/>',
  };
  it.each(Object.entries(page))('%s', async (_, svg) => {
    expect(sureKinds(await marksOn(svg)).filter((kind) => kind !== 'handwriting')).toEqual([]);
  });
});

describe('handwriting', () => {
  const hand = (x: number, y: number): string =>
    Array.from({ length: 6 }, (_, at) =>
      scrawl(x + at * 48, y + (at % 2) * 3, { wide: 34, high: 9 + (at % 3) * 5, turns: 4 }),
    ).join('');
  it('is what a blue pen filled in, and no stamp', async () => {
    const notes = `<g stroke="#1d3f9e" stroke-width="1.8">${hand(200, 400)}${hand(200, 440)}${hand(200, 480)}</g>`;
    expect(sureKinds(await marksOn(notes, { inColour: true }))).toEqual(['handwriting']);
  });
});

import { describe, expect, it } from 'vitest';
import { findColouredInk } from '#pixels/find-coloured-ink.ts';
import { greyOfPrint } from '#pixels/grey-of-print.ts';
import { partInks } from '#pixels/part-inks.ts';
import { toGrey } from '#pixels/to-grey.ts';
import type { Raster } from '#ports/pages.ts';

const [WIDTH, HEIGHT] = [600, 800];
type Ink = (x: number, y: number) => boolean;

/** A page on tinted paper; inks lie over each other as filters, so what both cover is the product of what each lets through. */
function page(
  inks: { readonly print?: Ink; readonly blue?: Ink; readonly red?: Ink },
  light: Ink = () => false,
): Raster {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const shade = light(x, y) ? 0.62 : 1;
      const through = [240, 234, 215].map((level) => level * shade);
      const lay = (colour: readonly number[]) => {
        for (const [channel, share] of colour.entries()) through[channel] = (through[channel] ?? 0) * share;
      };
      if (inks.print?.(x, y)) lay([0.12, 0.12, 0.12]);
      if (inks.blue?.(x, y)) lay([0.25, 0.36, 0.75]);
      if (inks.red?.(x, y)) lay([0.8, 0.25, 0.25]);
      pixels.set(through.map(Math.round), (y * WIDTH + x) * 3);
    }
  }
  return { width: WIDTH, height: HEIGHT, channels: 3, pixels };
}

const rows: Ink = (x, y) => x > 60 && x < 540 && y > 300 && y < 460 && y % 20 < 9 && x % 6 < 3;
const seal: Ink = (x, y) => {
  const distance = Math.hypot(x - 300, y - 380);
  return Math.abs(distance - 70) < 3 || (distance < 62 && y % 12 < 6 && x % 8 < 4);
};
const lowerThan = (limit: number, raster: Raster, place: Ink): number => {
  let count = 0;
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1)
      if (place(x, y) && (raster.pixels[y * raster.width + x] ?? 255) < limit) count += 1;
  return count;
};
const lifted = (raster: Raster): Raster => greyOfPrint(raster, toGrey(raster));

describe('a coloured stamp over black print', () => {
  it.each(['blue', 'red'] as const)('in %s is taken away, and the print under it stays', (colour) => {
    const grey = lifted(page({ print: rows, [colour]: seal }));
    expect(lowerThan(150, grey, (x, y) => seal(x, y) && !rows(x, y))).toBe(0);
    expect(lowerThan(110, grey, rows)).toBe(lowerThan(256, grey, rows));
  });
  it('is found in the shade too, and leaves no bright patch', () => {
    const inShade: Ink = (_, y) => y > 200;
    const grey = lifted(page({ print: rows, blue: seal }, inShade));
    expect(lowerThan(110, grey, (x, y) => seal(x, y) && !rows(x, y))).toBe(0);
    expect(lowerThan(160, grey, (x, y) => x === 300 && y === 340)).toBe(1);
  });
  it('is given alone, dark on white, without the print', () => {
    const inks = partInks(page({ print: rows, blue: seal }), { left: 220, top: 300, width: 160, height: 160 });
    const at = (x: number, y: number) => inks?.colour.pixels[(y - 300) * 160 + x - 220] ?? -1;
    const places: [number, number][] = [];
    for (let y = 302; y < 458; y += 1) for (let x = 222; x < 378; x += 1) places.push([x, y]);
    expect(places.filter(([x, y]) => seal(x, y) && at(x, y) > 140)).toEqual([]);
    expect(places.filter(([x, y]) => !seal(x, y) && at(x, y) < 200)).toEqual([]);
  });
});

describe('left as it is', () => {
  const untouched = (raster: Raster) => {
    const luminance = toGrey(raster);
    return greyOfPrint(raster, luminance) === luminance;
  };
  it('a coloured stamp beside the print', () => {
    expect(untouched(page({ print: (x, y) => rows(x, y + 220), blue: seal }))).toBe(true);
  });
  it('a coloured title above black print', () => {
    const title: Ink = (x, y) => x > 150 && x < 450 && y > 100 && y < 130 && x % 14 < 8;
    expect(untouched(page({ print: rows, red: title }))).toBe(true);
  });
  it('a page printed in one colour', () => {
    expect(untouched(page({ blue: rows }))).toBe(true);
  });
  it('coloured labels before black values, all over a form', () => {
    const isLabel = (x: number) => x % 120 < 50;
    expect(
      untouched(page({ print: (x, y) => rows(x, y) && !isLabel(x), blue: (x, y) => rows(x, y) && isLabel(x) })),
    ).toBe(true);
  });
  it('a grey raster, at no cost', () => {
    expect(findColouredInk(toGrey(page({ print: rows, blue: seal })))).toEqual([]);
  });
});

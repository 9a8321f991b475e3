import type { Raster } from '#ports/pages.ts';

/** Two inks on one paper, apart: black print alone on the paper's own grey, and coloured ink alone, dark on white; of the same size. */
export interface PartedInks {
  readonly print: Raster;
  readonly colour: Raster;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paper is the brightest twentieth; darker levels than this would make noise of shadow. */
const PAPER_SHARE = 0.95;
const DARKEST_PAPER = 60;
/** Least spread of the channels, relative to the paper, by which a pixel tells the colour of the ink. */
const LEAST_CHROMA = 0.2;
/** An ink whose channels differ less in density than this is grey: it can't be told from print. */
const LEAST_DIFFERENCE = 0.25;

/** The paper's level in each channel over a place, 60..255. */
export function paperColour({ width, height, pixels }: Raster, place?: Place): [number, number, number] {
  const { left, top, width: wide, height: high } = place ?? { left: 0, top: 0, width, height };
  const step = Math.max(1, Math.floor(Math.sqrt((wide * high) / 60_000)));
  const histograms = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  let count = 0;
  for (let y = top; y < top + high; y += step) {
    for (let x = left; x < left + wide; x += step, count += 1) {
      for (const [channel, histogram] of histograms.entries()) {
        const value = pixels[(y * width + x) * 3 + channel] ?? 255;
        histogram[value] = (histogram[value] ?? 0) + 1;
      }
    }
  }
  const level = (histogram: Uint32Array): number => {
    let below = 0;
    let value = 0;
    for (; value < 255 && below < count * PAPER_SHARE; value += 1) below += histogram[value] ?? 0;
    return Math.max(DARKEST_PAPER, value);
  };
  return [level(histograms[0]), level(histograms[1]), level(histograms[2])];
}

/**
 * Parts coloured ink from the black print under it. Inks lie over each other as filters do, so their densities (the logarithms of what
 * they let through) add up: with the ink's own densities in the channel where it is darkest and the one where it is lightest, two equations
 * give for each pixel how much of it is ink and how much is print. Undefined when no coloured ink is found.
 */
export function partInks(raster: Raster, place: Place): PartedInks | undefined {
  if (raster.channels === 1) return undefined;
  const paper = paperColour(raster, place);
  const density = densityTables(paper);
  // As bright as the paper around, or the place would shine out of a photo's shade.
  const paperGrey = (paper[0] * 77 + paper[1] * 150 + paper[2] * 29) / 256;
  const ink = inkDensity(raster, place, density);
  const [dark, light] = [ink.indexOf(Math.max(...ink)), ink.indexOf(Math.min(...ink))];
  const [most, least] = [ink[dark] ?? 0, ink[light] ?? 0];
  const [darkTable, lightTable] = [density[dark], density[light]];
  if (most - least < LEAST_DIFFERENCE || darkTable === undefined || lightTable === undefined) return undefined;
  const print = new Uint8Array(place.width * place.height);
  const colour = new Uint8Array(place.width * place.height);
  for (let y = 0; y < place.height; y += 1) {
    for (let x = 0; x < place.width; x += 1) {
      const at = ((place.top + y) * raster.width + place.left + x) * 3;
      const inDark = darkTable[raster.pixels[at + dark] ?? 255] ?? 0;
      const inLight = lightTable[raster.pixels[at + light] ?? 255] ?? 0;
      const inkShare = Math.max(0, inDark - inLight) / (most - least);
      const printed = withoutHalo(Math.max(0, inLight - inkShare * least), inkShare);
      print[y * place.width + x] = paperGrey * Math.exp(-printed);
      colour[y * place.width + x] = 250 * Math.exp(-inkShare * Math.max(most, 1));
    }
  }
  const size = { width: place.width, height: place.height, channels: 1 } as const;
  return { print: { ...size, pixels: print }, colour: { ...size, pixels: colour } };
}

/** Pictures are kept with coarser colours than light, which leaves a faint outline of the ink; print is denser. */
function withoutHalo(printed: number, inkShare: number): number {
  return inkShare > 0.12 && printed < 0.6 ? printed * 0.35 : printed;
}

/** For each channel the density of each of its 256 values over the paper's own. */
function densityTables(paper: readonly number[]): Float64Array[] {
  return paper.map((level) =>
    Float64Array.from({ length: 256 }, (_, value) => Math.max(0, Math.log(level / (value + 4)))),
  );
}

/** Density of the coloured ink in each channel: the mean over pixels that are clearly coloured and not black underneath. */
function inkDensity(raster: Raster, place: Place, tables: readonly Float64Array[]): number[] {
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = place.top; y < place.top + place.height; y += 1) {
    for (let x = place.left; x < place.left + place.width; x += 2) {
      const at = (y * raster.width + x) * 3;
      const densities = tables.map((table, channel) => table[raster.pixels[at + channel] ?? 255] ?? 0);
      const [most, least] = [Math.max(...densities), Math.min(...densities)];
      if (Math.exp(-least) - Math.exp(-most) < LEAST_CHROMA) continue;
      for (const [channel, density] of densities.entries()) sums[channel] = (sums[channel] ?? 0) + density;
      count += 1;
    }
  }
  return sums.map((sum) => (count === 0 ? 0 : sum / count));
}

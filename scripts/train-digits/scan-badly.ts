import sharp from 'sharp';
import { resampleGrey } from '../../src/pixels/resample-grey.ts';
import type { Raster } from '../../src/ports/pages.ts';
import { STRIP_HEIGHT } from '../../src/stages/proofread/numbers/cut-pieces.ts';
import type { Drawing } from './draw-text.ts';
import type { Random } from './sample-texts.ts';

const between = (random: Random, low: number, high: number): number => low + random() * (high - low);
const gauss = (random: Random): number => random() + random() + random() + random() - 2;

/** A drawn text as a scanner, a fax or a phone gives it, brought to the size of a strip again: grey, paper white. */
export async function scanBadly({ width, height, ink }: Drawing, random: Random): Promise<Raster> {
  const stroke = between(random, -0.9, 0.9);
  const thick = restroked({ width, height, ink }, stroke * Math.min(2.2, height / 24), random);
  // Small on paper, or far from the camera.
  const digitHeight = random() < 0.25 ? between(random, 9, 13) : between(random, 13, 34);
  const scale = digitHeight / height;
  const margin = 4;
  const size = {
    width: Math.ceil(width * scale * 1.1) + margin * 2,
    height: Math.ceil(digitHeight + width * scale * 0.04) + margin * 2,
  };
  const [turn, lean, stretch] = [
    between(random, -0.03, 0.03),
    random() < 0.25 ? between(random, -0.25, 0.25) : 0,
    between(random, 0.88, 1.12),
  ];
  const small = taken(thick, size, (x, y) => {
    const [fromX, fromY] = [(x - size.width / 2) / scale / stretch, (y - size.height / 2) / scale];
    return [fromX + fromY * (lean + turn) + width / 2, fromY - fromX * turn + height / 2, 1 / scale];
  });
  const soft = blurred({ ...size, ink: small }, between(random, 0, random() < 0.3 ? 1.1 : 0.6) * (digitHeight / 18));
  const grey = await printed({ ...size, ink: soft }, random);
  const enlarge = (STRIP_HEIGHT / digitHeight) * between(random, 0.85, 1.15);
  return resampleGrey(grey, { width: Math.round(size.width * enlarge), height: Math.round(size.height * enlarge) }, [
    1 / enlarge,
    0,
    0.5 / enlarge - 0.5,
    0,
    1 / enlarge,
    0.5 / enlarge - 0.5,
  ]);
}

/** Strokes thicker or thinner by about this many pixels, uneven at their edges. */
function restroked(drawing: Drawing, by: number, random: Random): Drawing {
  const wide = blurred(drawing, Math.abs(by) + 0.8);
  const limit = Math.min(0.8, Math.max(0.2, 0.5 - by * 0.12));
  const ragged = random() < 0.5 ? between(random, 0, 0.25) : 0;
  return { ...drawing, ink: wide.map((value) => (value + ragged * gauss(random) > limit ? 1 : 0)) };
}

/** Mean of the source around each point: `reach` source pixels wide. */
function taken(
  { width, height, ink }: Drawing,
  size: { width: number; height: number },
  from: (x: number, y: number) => [number, number, number],
): Float32Array {
  const out = new Float32Array(size.width * size.height);
  for (let at = 0; at < out.length; at += 1) {
    const [x, y, reach] = from((at % size.width) + 0.5, Math.floor(at / size.width) + 0.5);
    let [sum, count] = [0, 0];
    for (let dy = -0.375; dy < 0.5; dy += 0.25) {
      for (let dx = -0.375; dx < 0.5; dx += 0.25) {
        const [sx, sy] = [Math.floor(x + dx * reach), Math.floor(y + dy * reach)];
        if (sx >= 0 && sy >= 0 && sx < width && sy < height) sum += ink[sy * width + sx]!;
        count += 1;
      }
    }
    out[at] = sum / count;
  }
  return out;
}

function blurred(drawing: Drawing, sigma: number): Float32Array {
  if (sigma < 0.15) return drawing.ink;
  const reach = Math.ceil(sigma * 2.5);
  const kernel = Array.from({ length: reach * 2 + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((total, one) => total + one, 0);
  const weights = kernel.map((one) => one / sum);
  const { width, height } = drawing;
  const along = (ink: Float32Array, step: number, position: (at: number) => number, length: number): Float32Array =>
    ink.map((_, at) => {
      let total = 0;
      for (let k = -reach; k <= reach; k += 1) {
        const place = position(at) + k;
        if (place >= 0 && place < length) total += ink[at + k * step]! * weights[k + reach]!;
      }
      return total;
    });
  return along(
    along(drawing.ink, 1, (at) => at % width, width),
    width,
    (at) => Math.floor(at / width),
    height,
  );
}

/** Ink on paper as grey values, with grain, the marks of JPEG, or only black and white. */
async function printed({ width, height, ink }: Drawing, random: Random): Promise<Raster> {
  const [paper, dark] = [between(random, 215, 255), between(random, 0, 110)];
  const grain = random() < 0.6 ? between(random, 0, 22) : 0;
  const values = Uint8Array.from(ink, (one) =>
    Math.min(255, Math.max(0, paper + (dark - paper) * one + grain * gauss(random))),
  );
  const raster: Raster = { width, height, channels: 1, pixels: values };
  const kind = random();
  if (kind < 0.15) {
    const limit = paper + (dark - paper) * between(random, 0.35, 0.6);
    return { ...raster, pixels: values.map((value) => (value > limit ? 255 : 0)) };
  }
  if (kind > 0.6) return raster;
  const raw = { raw: { width, height, channels: 1 as const } };
  const jpeg = await sharp(values, raw)
    .jpeg({ quality: Math.round(between(random, 40, 90)) })
    .toBuffer();
  return { ...raster, pixels: new Uint8Array(await sharp(jpeg).greyscale().raw().toBuffer()) };
}

// Draws digits in the fonts installed here, spoils them as scanners and phones do, trains the network that tells them apart and writes
// pipelines/<id>/models/digits.json. The same fonts give the same bytes. Run: node scripts/train-digits.ts [--numbers 4000] [--epochs 8]
// Fonts (Debian): fonts-noto-core fonts-hosny-amiri fonts-sil-scheherazade fonts-sil-lateef fonts-sil-harmattan fonts-farsiweb fonts-freefarsi
// fonts-nafees fonts-paktype fonts-kacst fonts-kacst-one fonts-arabeyes fonts-freefont-ttf fonts-dejavu fonts-liberation fonts-croscore
// fonts-crosextra-carlito fonts-crosextra-caladea fonts-urw-base35 fonts-lohit-deva fonts-lohit-deva-nepali fonts-samyak-deva fonts-sarai
// fonts-nakula fonts-sahadeva fonts-gargi fonts-deva-extra fonts-sil-annapurna fonts-lohit-beng-bengali fonts-lohit-beng-assamese
// fonts-beng-extra fonts-sil-abyssinica
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digitModelSchema } from '../src/definitions/digit-model.schema.ts';
import { seededRandom } from '../src/learning/seeded-random.ts';
import { activate, type DigitNetwork, digitNetwork } from '../src/stages/proofread/numbers/digit-network.ts';
import { scriptOptions } from './script-options.ts';
import { CLASSES, TAUGHT_SETS } from './train-digits/digit-sets.ts';
import { createFitting, modelOf } from './train-digits/fit-network.ts';
import { makeSamples, type Sample } from './train-digits/make-samples.ts';

const { values } = scriptOptions({
  options: {
    numbers: { type: 'string', default: '4000' },
    epochs: { type: 'string', default: '8' },
    pipeline: { type: 'string', default: 'humanitarian-permit' },
  },
});
const random = seededRandom(20_261_123);
const numbers = Number(values.numbers);
const samples = await makeSamples(random, numbers, Math.round(numbers / 5));
/** Fonts kept back to measure with: the world's papers are not printed in those we train on. */
const KEPT_BACK = /Lateef|FreeSerif|Sahadeva|Nazli|Kalimati|KacstOffice|Carlito|Likhan|Furat/;
const [kept, taught] = [
  samples.filter(({ font }) => KEPT_BACK.test(font)),
  samples.filter(({ font }) => !KEPT_BACK.test(font)),
];
console.log(`${taught.length} pieces to learn from, ${kept.length} kept back`);

const fitting = createFitting(random);
const epochs = Number(values.epochs);
for (let epoch = 0; epoch < epochs; epoch += 1) {
  fitting.epoch(taught, 0.002 * (0.5 + 0.5 * Math.cos((Math.PI * epoch) / epochs)), epoch >= 3);
  console.log(`${epoch + 1}: ${(shareRight(fitting.network, kept) * 100).toFixed(2)} % right`);
}
// What was kept back is learned too in the end: measured it is by then.
fitting.epoch(samples, 0.0002, true);
const model = digitModelSchema.parse(modelOf(fitting.network));
console.log(`as bytes: ${(shareRight(digitNetwork(model), kept) * 100).toFixed(2)} % right`);
await writeFile(
  join(import.meta.dirname, '../pipelines', values.pipeline, 'models/digits.json'),
  `${JSON.stringify(model)}\n`,
);

function shareRight(network: DigitNetwork, of: readonly Sample[]): number {
  const right = of.filter(({ glyph, target }) => {
    const { chances } = activate(network, glyph);
    const own = rivalsOf(target);
    return own.every((rival) => (chances[rival] ?? 0) <= (chances[target] ?? 0));
  });
  return right.length / of.length;
}

/** Classes that may stand in one page with a class: its sets' digits, the signs, other shapes. Those of other sets may look the same. */
function rivalsOf(target: number): number[] {
  const digits = (shapes: readonly string[]): number[] =>
    shapes.flatMap((shape) => [...shape].map((one) => CLASSES.indexOf(one)));
  const all = new Set(TAUGHT_SETS.flatMap(({ shapes }) => digits(shapes)));
  const own = TAUGHT_SETS.filter(({ shapes }) => digits(shapes).includes(target));
  const signs = CLASSES.map((_, at) => at).filter((at) => !all.has(at));
  return [...new Set([...signs, ...own.slice(0, 1).flatMap(({ shapes }) => digits(shapes))])];
}

import type { DigitModel } from '../../src/definitions/digit-model.schema.ts';
import {
  type Activations,
  activate,
  type Convolution,
  type DigitNetwork,
  FIRST,
  HIDDEN,
  HIDDEN_INPUTS,
  type Layer,
  SECOND,
  windowAt,
} from '../../src/stages/proofread/numbers/digit-network.ts';
import { CLASSES, TAUGHT_SETS } from './digit-sets.ts';
import type { Sample } from './make-samples.ts';
import type { Random } from './sample-texts.ts';

const BATCH = 32;
const [DECAY_MEAN, DECAY_SQUARE] = [0.9, 0.999];
/** Wrong labels of a few drawings do not matter so much with targets that are never quite sure. */
const SMOOTHING = 0.02;

/** A drawing that spoiling broke into as many pieces as it has characters, but others, is less likely than this. */
const MISLABELLED = 0.01;

/** One layer's gradients and what Adam remembers of them. */
class Trainee {
  readonly layer: Layer;
  readonly gradients: Layer;
  private readonly memories: readonly [Float32Array, Float32Array][];

  constructor(inputs: number, outputs: number, random: Random) {
    const spread = Math.sqrt(2 / inputs);
    const gauss = (): number => (random() + random() + random() + random() - 2) * 1.732;
    this.layer = {
      weights: Float32Array.from({ length: inputs * outputs }, () => gauss() * spread),
      biases: new Float32Array(outputs),
    };
    this.gradients = { weights: new Float32Array(inputs * outputs), biases: new Float32Array(outputs) };
    this.memories = [inputs * outputs, outputs].map((length) => [new Float32Array(length), new Float32Array(length)]);
  }

  step(rate: number, time: number): void {
    const pairs = [
      [this.layer.weights, this.gradients.weights],
      [this.layer.biases, this.gradients.biases],
    ] as const;
    pairs.forEach(([values, gradients], which) => {
      const [means, squares] = this.memories[which]!;
      const [meanScale, squareScale] = [1 / (1 - DECAY_MEAN ** time), 1 / (1 - DECAY_SQUARE ** time)];
      for (let at = 0; at < values.length; at += 1) {
        const gradient = gradients[at]! / BATCH;
        const mean = DECAY_MEAN * means[at]! + (1 - DECAY_MEAN) * gradient;
        const square = DECAY_SQUARE * squares[at]! + (1 - DECAY_SQUARE) * gradient * gradient;
        means[at] = mean;
        squares[at] = square;
        values[at] =
          values[at]! * (1 - rate * 0.002) - (rate * mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-7);
        gradients[at] = 0;
      }
    });
  }
}

export interface Fitting {
  readonly network: DigitNetwork;
  /** Goes once over the samples, in random order; once settled, passing over those that look like something else altogether. */
  epoch(samples: readonly Sample[], rate: number, isSettled: boolean): void;
}

export function createFitting(random: Random): Fitting {
  const first = new Trainee(FIRST.reach ** 2, FIRST.to.channels, random);
  const second = new Trainee(SECOND.reach ** 2 * SECOND.from.channels, SECOND.to.channels, random);
  const hidden = new Trainee(HIDDEN_INPUTS, HIDDEN, random);
  const output = new Trainee(HIDDEN, CLASSES.length, random);
  const network = { first: first.layer, second: second.layer, hidden: hidden.layer, output: output.layer };
  const learn = ({ glyph, target }: Sample, isSettled: boolean): void => {
    const activations: Activations = activate(network, glyph);
    if (isSettled && activations.chances[target]! < MISLABELLED) return;
    const error = activations.chances.map(
      (chance, at) => chance - SMOOTHING / CLASSES.length - (at === target ? 1 - SMOOTHING : 0),
    );
    const ofHidden = backDense(output, activations.hidden, error);
    const ofSecond = backDense(hidden, activations.second, relevant(ofHidden, activations.hidden));
    const ofFirst = backConvolve(second, SECOND, activations.first, relevant(ofSecond, activations.second));
    backConvolve(first, FIRST, glyph, relevant(ofFirst, activations.first));
  };
  let time = 0;
  return {
    network,
    epoch: (samples, rate, isSettled) => {
      const order = shuffled(samples, random);
      order.forEach((sample, at) => {
        learn(sample, isSettled);
        if (at % BATCH !== BATCH - 1) return;
        time += 1;
        for (const one of [first, second, hidden, output]) one.step(rate, time);
      });
    },
  };
}

/** Where the layer was cut off at zero, nothing flows back. */
function relevant(error: Float32Array, activation: Float32Array): Float32Array {
  return error.map((value, at) => (activation[at]! > 0 ? value : 0));
}

function backDense({ layer, gradients }: Trainee, input: Float32Array, error: Float32Array): Float32Array {
  const back = new Float32Array(input.length);
  for (let index = 0; index < error.length; index += 1) {
    const one = error[index]!;
    if (one === 0) continue;
    gradients.biases[index]! += one;
    const row = index * input.length;
    for (let at = 0; at < input.length; at += 1) {
      gradients.weights[row + at]! += one * input[at]!;
      back[at]! += one * layer.weights[row + at]!;
    }
  }
  return back;
}

function backConvolve(
  { layer, gradients }: Trainee,
  { from, to, reach }: Convolution,
  input: Float32Array,
  error: Float32Array,
): Float32Array {
  const back = new Float32Array(from.side ** 2 * from.channels);
  const row = reach * from.channels;
  for (let index = 0; index < to.side ** 2 * to.channels; index += 1) {
    const one = error[index]!;
    if (one === 0) continue;
    const channel = index % to.channels;
    const { top, bottom, left, right, corner } = windowAt({ from, to, reach }, Math.floor(index / to.channels));
    gradients.biases[channel]! += one;
    for (let y = top; y < bottom; y += 1) {
      const source = corner + y * from.side * from.channels;
      const weight = (channel * reach + y) * row;
      for (let at = left; at < right; at += 1) {
        gradients.weights[weight + at]! += one * input[source + at]!;
        back[source + at]! += one * layer.weights[weight + at]!;
      }
    }
  }
  return back;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** The network as it is kept: a byte a weight. */
export function modelOf(network: DigitNetwork): DigitModel {
  const layerOf = ({ weights, biases }: Layer): DigitModel['layers']['first'] => {
    const scale = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-6) / 127;
    const bytes = Int8Array.from(weights, (one) => Math.round(one / scale));
    return {
      weights: Buffer.from(bytes.buffer).toString('base64'),
      scale,
      biases: [...biases].map((one) => Math.round(one * 1e5) / 1e5),
    };
  };
  return {
    format: 'liasse.digits/1',
    classes: [...CLASSES],
    sets: TAUGHT_SETS.map(({ id, digits, shapes, scripts, languages }) => ({
      id,
      digits,
      shapes: [...shapes],
      scripts: [...scripts],
      languages: [...languages],
    })),
    layers: {
      first: layerOf(network.first),
      second: layerOf(network.second),
      hidden: layerOf(network.hidden),
      output: layerOf(network.output),
    },
  };
}

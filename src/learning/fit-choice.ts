/** One case to choose in: what speaks for each option (numbers by sign), and which option is right; -1 when none is. */
export interface ChoiceExample {
  readonly options: readonly Readonly<Record<string, number>>[];
  /** Options that are one answer (the same day printed twice) share a number; the likeliest place stands for it. */
  readonly answers: readonly number[];
  readonly right: number;
}

/** Log-odds of any option against "none", and of each sign at full strength. */
export interface ChoiceWeights {
  readonly base: number;
  readonly weights: Readonly<Record<string, number>>;
}

const ROUNDS = 600;
const STEP = 0.05;

/**
 * Weights under which the right answers are likeliest, softmax over all answers and "none" (McFadden's conditional logit), pulled towards
 * `expected` as hard as `pull` says: what the examples do not show stays as expected. Deterministic.
 */
export function fitChoice(
  examples: readonly ChoiceExample[],
  expected: Readonly<Record<string, number>>,
  pull: number,
): ChoiceWeights {
  const signs = Object.keys(expected);
  const state = {
    base: createStepper(0),
    weights: new Map(signs.map((sign) => [sign, createStepper(expected[sign] ?? 0)])),
  };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const current = weightsOf(state);
    const slope = slopeOf(examples, current);
    state.base.move(slope.base, round);
    for (const [sign, stepper] of state.weights) {
      const away = stepper.value() - (expected[sign] ?? 0);
      stepper.move((slope.weights.get(sign) ?? 0) + pull * away, round);
    }
  }
  return weightsOf(state);
}

/** Chance of each answer (by its number) under these weights; what is missing to 1 is the chance of "none". */
export function choiceChances({ options, answers }: ChoiceExample, choice: ChoiceWeights): Map<number, number> {
  const best = bestPlaces({ options, answers }, choice);
  const total = [...best.values()].reduce((sum, { score }) => sum + Math.exp(score), 1);
  return new Map([...best].map(([answer, { score }]) => [answer, Math.exp(score) / total]));
}

function bestPlaces(
  { options, answers }: Pick<ChoiceExample, 'options' | 'answers'>,
  { base, weights }: ChoiceWeights,
): Map<number, { score: number; signs: Readonly<Record<string, number>> }> {
  const best = new Map<number, { score: number; signs: Readonly<Record<string, number>> }>();
  options.forEach((signs, at) => {
    const score = Object.entries(signs).reduce((sum, [sign, strength]) => sum + (weights[sign] ?? 0) * strength, base);
    const answer = answers[at] ?? at;
    const known = best.get(answer);
    if (known === undefined || score > known.score) best.set(answer, { score, signs });
  });
  return best;
}

function slopeOf(
  examples: readonly ChoiceExample[],
  choice: ChoiceWeights,
): { base: number; weights: Map<string, number> } {
  const slope = { base: 0, weights: new Map<string, number>() };
  for (const example of examples) {
    const chances = choiceChances(example, choice);
    for (const [answer, { signs }] of bestPlaces(example, choice)) {
      const error = (chances.get(answer) ?? 0) - (answer === example.right ? 1 : 0);
      slope.base += error;
      for (const [sign, strength] of Object.entries(signs))
        slope.weights.set(sign, (slope.weights.get(sign) ?? 0) + error * strength);
    }
  }
  return slope;
}

interface Stepper {
  value(): number;
  move(slope: number, round: number): void;
}

/** Adam (Kingma and Ba, 2015) for one number. */
function createStepper(start: number): Stepper {
  let value = start;
  let mean = 0;
  let square = 0;
  return {
    value: () => value,
    move: (slope, round) => {
      mean = 0.9 * mean + 0.1 * slope;
      square = 0.99 * square + 0.01 * slope * slope;
      const step = round < (ROUNDS * 2) / 3 ? STEP : STEP / 3;
      value -= (step * (mean / (1 - 0.9 ** round))) / (Math.sqrt(square / (1 - 0.99 ** round)) + 1e-8);
    },
  };
}

function weightsOf(state: { readonly base: Stepper; readonly weights: ReadonlyMap<string, Stepper> }): ChoiceWeights {
  return {
    base: state.base.value(),
    weights: Object.fromEntries([...state.weights].map(([sign, stepper]) => [sign, stepper.value()])),
  };
}

import fc from 'fast-check';

/** How a fuzzing is done, and who is told of each input. */
export interface FuzzOptions {
  readonly runs: number;
  /** The same seed gives the same inputs; undefined: others each time. */
  readonly seed?: number | undefined;
  readonly onInput?: () => void;
  readonly onTaken?: (tookMs: number) => void;
}

/** A parser, inputs that are wrong somewhere, and what must hold for every one of them. */
export interface FuzzTarget {
  readonly name: string;
  /** Inputs in the fast suite. */
  readonly runs: number;
  readonly hangMs: number;
  /** Opens it and gives it so many inputs. Throws for the first that does what must not happen, made as small as possible, with its seed. */
  check(options: FuzzOptions): Promise<void>;
}

/** What is open while inputs are given. */
export interface FuzzedParser<Input> {
  readonly input: fc.Arbitrary<Input>;
  /** Throws for what must not happen. */
  readonly take: (input: Input) => unknown;
  readonly close?: () => unknown;
}

const RUNS = 100;
const HANG_MS = 20_000;
/** One failure is enough to be looked at; what can't be made smaller in this time is shown as it is. */
const SHRINK_MS = 120_000;

export interface FuzzBounds {
  readonly runs?: number;
  /** More than this for one input is a failure; ms. */
  readonly hangMs?: number;
}

/** A target out of what opens it. */
export function fuzzTarget<Input>(
  name: string,
  open: () => FuzzedParser<Input> | Promise<FuzzedParser<Input>>,
  { runs = RUNS, hangMs = HANG_MS }: FuzzBounds = {},
): FuzzTarget {
  return {
    name,
    runs,
    hangMs,
    check: async (options) => {
      const { input, take, close = () => undefined } = await open();
      try {
        await giveInputs(fc.asyncProperty(input, measured(take, { ...options, hangMs })), options);
      } finally {
        await close();
      }
    },
  };
}

async function giveInputs(property: fc.IRawProperty<[unknown]>, { runs, seed }: FuzzOptions): Promise<void> {
  await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
}

/** A parser that does not come back is told by whoever started this process; one that comes back late is a failure here. */
function measured<Input>(
  take: (input: Input) => unknown,
  { hangMs, onInput = () => undefined, onTaken = () => undefined }: FuzzOptions & { readonly hangMs: number },
): (input: Input) => Promise<void> {
  let failedAt: number | undefined;
  return async (input) => {
    fc.pre(failedAt === undefined || performance.now() - failedAt < SHRINK_MS);
    onInput();
    const startedAt = performance.now();
    try {
      await take(input);
    } catch (error) {
      failedAt ??= performance.now();
      throw error;
    }
    const tookMs = performance.now() - startedAt;
    onTaken(tookMs);
    if (tookMs > hangMs) {
      failedAt ??= performance.now();
      throw new Error(`one input took ${Math.round(tookMs)} ms`);
    }
  };
}

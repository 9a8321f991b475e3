import fc from 'fast-check';

/** How many inputs a parser gets in the fast suite; `LIASSE_FUZZ_RUNS=10000` makes it a long run, with another seed each time. */
const ASKED = Number(process.env['LIASSE_FUZZ_RUNS'] ?? 0);
const SEED = 20_261_126;
/** A text is parsed in a fraction of a millisecond; more is a parser that does not end. */
const HANG_MS = 20_000;

export const IS_LONG = ASKED > 0;
/** For the test that holds a fuzzing; ms. */
export const FUZZ_TIMEOUT_MS = IS_LONG ? 3_600_000 : 60_000;

/** Gives `run` many hostile inputs; it throws for what must not happen. The input and the seed that did it stand in the failure. */
export async function fuzz<Input>(
  input: fc.Arbitrary<Input>,
  run: (input: Input) => unknown,
  runs = 100,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(input, async (one) => {
      await run(one);
    }),
    IS_LONG ? { numRuns: ASKED } : { numRuns: runs, seed: SEED, timeout: HANG_MS },
  );
}

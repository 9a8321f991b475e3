import { describe, it } from 'vitest';
import type { FuzzTarget } from './fuzz-target.ts';

/** How many inputs a parser gets in the fast suite is its own; `LIASSE_FUZZ_RUNS=10000` makes it a long run, with another seed each time. */
const ASKED = Number(process.env['LIASSE_FUZZ_RUNS'] ?? 0);
const SEED = 20_261_126;
const TIMEOUT_MS = ASKED > 0 ? 3_600_000 : 60_000;

/** One test a target. */
export function fuzzInTest(what: string, targets: readonly FuzzTarget[]): void {
  describe(what, () => {
    it.each(targets.map((target) => [target.name, target] as const))(
      '%s',
      async (_, target) => {
        await target.check(ASKED > 0 ? { runs: ASKED } : { runs: target.runs, seed: SEED });
      },
      TIMEOUT_MS,
    );
  });
}

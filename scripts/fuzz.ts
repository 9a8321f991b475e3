import { fuzzTargets } from '../test/support/hostile/fuzz-targets.ts';
import { type FuzzReport, fuzzApart } from './fuzz/fuzz-apart.ts';
import { scriptOptions } from './script-options.ts';

/**
 * npm run fuzz -- [--runs N] [--only NAME]… [--seed N]
 *
 * Gives every parser at the edge inputs that are wrong somewhere (the properties of test/hostile) and tells of each how many, how long the longest took, and
 * the most memory it ever had. A parser that crashes, hangs or grows takes down its own process only and is told with its seed.
 *
 *   --runs N      inputs for each parser (1000)
 *   --only NAME   only parsers whose name holds this; may be given several times
 *   --seed N      the same inputs again
 */
const { values } = scriptOptions({
  options: {
    runs: { type: 'string', default: '1000' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

const wanted = fuzzTargets.filter(({ name }) => values.only?.some((part) => name.includes(part)) ?? true);
if (wanted.length === 0)
  throw new Error(`no such parser; there are: ${fuzzTargets.map(({ name }) => name).join(', ')}`);

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const rowOf = ({ name, inputs, seconds, longestMs, peak, failure }: FuzzReport): string =>
  row([
    name,
    inputs,
    Math.round(seconds),
    Math.round(inputs / Math.max(seconds, 0.001)),
    Math.round(longestMs),
    peak.own,
    peak.started === 0 ? '' : peak.started,
    failure === null ? 0 : 1,
  ]);

console.log(
  row(['parser', 'inputs', 'seconds', 'a second', 'longest, ms', 'peak, MiB', 'decoding process, MiB', 'failures']),
);
console.log(row(['---', '--:', '--:', '--:', '--:', '--:', '--:', '--:']));
const failed: FuzzReport[] = [];
for (const target of wanted) {
  const report = await fuzzApart(target, Number(values.runs), Number(values.seed));
  console.log(rowOf(report));
  if (report.failure !== null) failed.push(report);
}
for (const { name, failure } of failed) console.log(`\n${name}: ${failure}`);
console.log(
  `\nseed ${values.seed}: ${failed.length === 0 ? 'nothing crashed, hung or grew' : `${failed.length} FAILED`}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

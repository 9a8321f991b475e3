import { z } from 'zod';
import { runLiasse } from './liasse-process.ts';
import type { TrialPapers } from './trial-papers.ts';

const ledgerSchema = z.object({
  all: z.object({
    received: z.number(),
    accepted: z.number(),
    duplicate: z.number(),
    rejected: z.number(),
    waiting: z.number(),
  }),
  problems: z.array(z.unknown()),
});
const recordSchema = z.object({ file: z.string(), status: z.string() });

/** Results without those of files that nobody can read, which come once for every time that they were sent; in no order. */
export function comparable(results: string): string {
  const lines = results.split('\n').filter((line) => line !== '' && !line.includes('"status":"failed"'));
  return lines.sort().join('\n');
}

/** What is wrong with the ledger; empty when it balances and nothing waits. */
export async function checkLedgerBalance(env: Readonly<Record<string, string>>): Promise<string[]> {
  const { all, problems } = ledgerSchema.parse(JSON.parse(await runLiasse(['ledger', '--json'], env)));
  const { received, accepted, duplicate, rejected, waiting } = all;
  const isBalanced = received === accepted + duplicate + rejected + waiting;
  return [
    ...(isBalanced ? [] : [`the ledger does not balance: ${JSON.stringify(all)}`]),
    ...(waiting === 0 ? [] : [`${waiting} files still wait`]),
    ...(problems.length === 0 ? [] : [`${problems.length} entries are not accounted for`]),
  ];
}

/** What is wrong after a trial; empty when nothing is. */
export async function checkNothingLost(
  papers: TrialPapers,
  caseName: string,
  { env, expected }: { readonly env: Readonly<Record<string, string>>; readonly expected: string },
): Promise<string[]> {
  const problems = await checkLedgerBalance(env);
  const say = (isWrong: boolean, what: string): void => {
    if (isWrong) problems.push(what);
  };
  const results = await runLiasse(['results', '--case', caseName, '--json', '-'], env);
  const records = results
    .trim()
    .split('\n')
    .map((line) => recordSchema.parse(JSON.parse(line)))
    .filter(({ status }) => status !== 'failed');
  const files = new Set(records.map(({ file }) => file));
  say(files.size !== papers.readable, `${files.size} files have a result, ${papers.readable} were sent`);
  say(records.length !== files.size, `${records.length - files.size} results are double`);
  say(
    comparable(results) !== expected,
    `the results are not those of an undisturbed run${difference(expected, comparable(results))}`,
  );
  return problems;
}

/** The first result that differs, as it should be and as it is. */
function difference(expected: string, found: string): string {
  const [wanted, got] = [expected.split('\n'), found.split('\n')];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  return at < 0 ? '' : `:\n    wanted ${wanted[at]}\n    found  ${got[at]}`;
}

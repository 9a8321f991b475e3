import Table from 'cli-table3';
import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { checkLedger, type LedgerReport } from '#app/keeping/check-ledger.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { FAILURES } from '#domain/failure.ts';
import { EXIT } from '../exit-status.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';

/** `liasse ledger`: what came in, and what became of it. */
export function addLedgerCommand(program: Command): void {
  program
    .command('ledger')
    .description('every file that came in and what became of it; the count always balances')
    .option('--case <name>', 'of this case only', parseCaseName)
    .option('--json', 'print the figures as JSON')
    .addHelpText(
      'after',
      `
Every file that came in is accepted (read and judged), a duplicate (the same bytes came into the case before), rejected (with the reason), or waiting.
An archive or e-mail that was opened counts as accepted, beside the files it holds.

Exit status: 0 all is accounted for; 1 something is not, with what to do.`,
    )
    .action(async (flags: { readonly case?: string; readonly json?: true }, command: Command) => {
      const language = languageOf(command);
      const report = await withKeeping(async (keeping) =>
        checkLedger(keeping, (await caseOf(keeping, flags.case))?.id),
      );
      process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : ledgerText(report, language));
      process.exitCode = report.problems.length === 0 ? EXIT.good : EXIT.someFailed;
    });
}

function ledgerText({ cases, all, reasons, problems }: LedgerReport, language: OutputLanguage): string {
  const text = KEEPING_MESSAGES[language];
  if (all.received === 0) return `${text.nothingKept}\n`;
  const states = ['received', 'accepted', 'duplicate', 'rejected', 'waiting'] as const;
  const table = new Table({
    head: [text.caseColumn, ...states.map((state) => text.ledger[state])],
    style: { head: [], border: [] },
  });
  for (const { caseName, counts } of cases) table.push([caseName, ...states.map((state) => counts[state])]);
  if (cases.length > 1) table.push([text.all, ...states.map((state) => all[state])]);
  const why = Object.entries(reasons).map(([code, count]) => `  ${count} × ${sentenceOf(code, language)} [${code}]`);
  const wrong = problems.map(({ caseName, fileId, problem }) => `  ${caseName} ${fileId}: ${text.problems[problem]}`);
  const end = problems.length === 0 ? text.balanced(all.received) : text.unbalanced(problems.length);
  return `${[table.toString(), ...(why.length > 0 ? [text.reasons, ...why] : []), ...wrong, end].join('\n')}\n`;
}

function sentenceOf(code: string, language: OutputLanguage): string {
  return Object.entries(FAILURES).find(([name]) => name === code)?.[1].message[language] ?? code;
}

import Table from 'cli-table3';
import type { Command } from 'commander';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { dueCases, type RetainedCase } from '#app/trust/due-cases.ts';
import { retentionFile } from '#app/trust/retention-rules.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';
import { RETENTION_MESSAGES } from '../retention-messages.ts';
import { today } from '../today.ts';

/** `liasse retention`: which cases are to be purged, and when. */
export function addRetentionCommand(program: Command): void {
  program
    .command('retention')
    .description('how long cases are kept, and which are due to be purged')
    .option('--init', 'write a file in which to decide it (retention.yaml in LIASSE_HOME)')
    .option('--json', 'print one JSON line a case')
    .addHelpText(
      'after',
      `
The rules are your organisation's, in retention.yaml in LIASSE_HOME. For instance:
  purgeAfter:
    open: never
    closed: 24 months
    archived: 60 months
The time runs from the day the case came into its state. Without such a file nothing is ever due, and with it nothing is purged by itself:
“liasse purge --due” asks for every case.`,
    )
    .action(async (flags: { readonly init?: true; readonly json?: true }, command: Command) => {
      const language = languageOf(command);
      const text = RETENTION_MESSAGES[language];
      const file = retentionFile();
      if (flags.init) {
        process.stdout.write(`${(await file.begin()) ? text.begun(file.path) : text.isThere(file.path)}\n`);
        return;
      }
      const rules = await file.read();
      const cases = dueCases(await withKeeping((keeping) => keeping.cases.all()), rules, today());
      process.stdout.write(flags.json ? cases.map(jsonLine).join('') : tableOf(cases, language));
      const hasRules = Object.values(rules).some((span) => span !== null);
      process.stderr.write(
        `${hasRules ? text.due(cases.filter((one) => one.isDue).length) : text.noRules(file.path)}\n`,
      );
    });
}

function jsonLine({ kept: { id, name, state, stateSince }, dueOn, isDue }: RetainedCase): string {
  return `${JSON.stringify({ id, name, state, stateSince, dueOn, isDue })}\n`;
}

function tableOf(cases: readonly RetainedCase[], language: OutputLanguage): string {
  if (cases.length === 0) return `${KEEPING_MESSAGES[language].nothingKept}\n`;
  const { columns, never, isDue: dueNow } = RETENTION_MESSAGES[language];
  const table = new Table({ head: Object.values(columns), style: { head: [], border: [] } });
  for (const { kept, dueOn, isDue } of cases) {
    const since = kept.stateSince.toISOString().slice(0, 10);
    const due = isDue ? dueNow(dueOn ?? '') : (dueOn ?? never);
    table.push([kept.name, KEEPING_MESSAGES[language].states[kept.state], since, due]);
  }
  return `${table.toString()}\n`;
}

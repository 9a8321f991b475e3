import Table from 'cli-table3';
import type { Command } from 'commander';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';

/** `liasse cases`: the cases that are kept. */
export function addCasesCommand(program: Command): void {
  program
    .command('cases')
    .description('the cases that are kept, with what their papers say together')
    .option('--json', 'print one JSON line a case')
    .action(async (flags: { readonly json?: true }, command: Command) => {
      const text = KEEPING_MESSAGES[languageOf(command)];
      const cases = await withKeeping((keeping) => keeping.cases.all());
      if (flags.json) {
        process.stdout.write(cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
        return;
      }
      if (cases.length === 0) {
        process.stdout.write(`${text.nothingKept}\n`);
        return;
      }
      const { state, documents, review, opened } = text.cases;
      const table = new Table({
        head: [text.caseColumn, state, documents, review, opened],
        style: { head: [], border: [] },
      });
      for (const one of cases)
        table.push([
          cases.filter(({ name }) => name === one.name).length > 1 ? `${one.name} (${one.id})` : one.name,
          text.states[one.state],
          one.summary?.documents ?? '–',
          one.summary?.byStatus['needs-review'] ?? '–',
          one.openedAt.toISOString().slice(0, 10),
        ]);
      process.stdout.write(`${table.toString()}\n`);
    });
}

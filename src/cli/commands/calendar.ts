import type { Command } from 'commander';
import { makeCalendar } from '#app/casework/make-calendar.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { writeOutput } from '#app/write-output.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseAsOf, parseCaseName } from '../parse-options.ts';
import { today } from '../today.ts';

interface CalendarFlags {
  readonly case: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly pipeline: string;
}

/** `liasse calendar --case NAME`: the deadlines of a case for a calendar program. */
export function addCalendarCommand(program: Command): void {
  program
    .command('calendar')
    .description('the deadlines that the papers of a case set, as a calendar file (.ics) with reminders')
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .option('--out <file>', 'where to write it; - is standard output (default: <case>.ics here)')
    .option('--as-of <date>', 'the day of the judgement, YYYY-MM-DD (default: today)', parseAsOf)
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .addHelpText(
      'after',
      `
Any calendar program opens it. A later file of the same case replaces the events of an earlier one. Titles name the case and nothing else of the person.

Example:
  liasse calendar --case dossier-12 --lang fr`,
    )
    .action(async (flags: CalendarFlags, command: Command) => {
      const language = languageOf(command);
      const options = { language, pipelineId: flags.pipeline, asOf: flags.asOf ?? today() };
      const calendar = await withKeeping((keeping) => makeCalendar(keeping, flags.case, options));
      const out = flags.out ?? `${flags.case}.ics`;
      await writeOutput(out, Buffer.from(calendar));
      if (out !== '-') process.stderr.write(`${KEEPING_MESSAGES[language].written(out)}\n`);
    });
}

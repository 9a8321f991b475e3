import type { Command } from 'commander';
import { caseOf } from '#app/keeping/case-of.ts';
import { caseRecords } from '#app/keeping/case-records.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { pipelineLabels } from '#app/pipeline-labels.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName } from '../parse-options.ts';
import { createRecordOutput } from '../record-output.ts';
import { summaryTable } from '../summary-table.ts';

interface ResultsFlags {
  readonly case: string;
  readonly json?: string;
  readonly pipeline: string;
}

/** `liasse results --case NAME`: what is known of a case's papers, without reading anything. */
export function addResultsCommand(program: Command): void {
  program
    .command('results')
    .description('what was found in the papers of a case, as “intake” prints it; nothing is read again')
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .option('--json <file>', 'write one JSON line a document there; - is standard output, in place of the table')
    .option('--pipeline <id>', 'whose names of types and flags to show', DEFAULT_PIPELINE)
    .action(async (flags: ResultsFlags, command: Command) => {
      const language = languageOf(command);
      const labels = await pipelineLabels(flags.pipeline);
      const { records, waiting } = await withKeeping(async (keeping) => {
        const { id } = await caseOf(keeping, flags.case);
        const about = { pipeline: labels.pipeline, language };
        return { records: await caseRecords(keeping, id, about), waiting: (await keeping.files.counts(id)).waiting };
      });
      const output = await createRecordOutput(flags.json);
      for (const record of records) await output.write(record);
      await output.close();
      const view = { language, width: process.stdout.columns ?? 160, hasIds: true };
      if (flags.json !== '-') process.stdout.write(`${summaryTable(records, labels.of(language), view)}\n`);
      if (waiting > 0) process.stderr.write(`${KEEPING_MESSAGES[language].waiting(waiting)}\n`);
    });
}

import { type Command, Option } from 'commander';
import { makeReport, type ReportFormat } from '#app/casework/make-report.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { writeOutput } from '#app/write-output.ts';
import { DEFAULT_PIPELINE } from '../defaults.ts';
import { otherCaseLines } from '../export-text.ts';
import { KEEPING_MESSAGES } from '../keeping-messages.ts';
import { languageOf } from '../language-of.ts';
import { parseAsOf, parseCaseName } from '../parse-options.ts';
import { today } from '../today.ts';

interface ReportFlags {
  readonly case: string;
  readonly format: ReportFormat;
  readonly out?: string;
  readonly asOf?: string;
  readonly pipeline: string;
  readonly password?: readonly string[];
}

/** `liasse report --case NAME`: what the papers of a case say together. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('what the papers of a case say together: criteria, gaps, deadlines, presence, what to ask for next')
    .requiredOption('--case <name>', 'the case', parseCaseName)
    .addOption(new Option('--format <format>', 'how').choices(['html', 'pdf', 'json']).default('html'))
    .option('--out <file>', 'where to write it; - is standard output (default: <case>.<format> here)')
    .option('--as-of <date>', 'the day of the judgement, YYYY-MM-DD (default: today)', parseAsOf)
    .option('--pipeline <id>', 'knowledge to judge by', DEFAULT_PIPELINE)
    .option('--password <word...>', 'passwords of locked PDF files, to show places in them')
    .addHelpText(
      'after',
      `
One file that needs nothing else: it can be opened in any browser, printed and sent. It holds what stands in the papers: keep it as carefully as they are kept.
A paper that names the client of another case is said in it; which case that is, is told on standard error only.
PDF is printed by a browser of this machine (Chromium, Chrome or Edge); without one, open the HTML and print it.

Examples:
  liasse report --case dossier-12 --lang fr
  liasse report --case dossier-12 --format pdf --out dossier-12.pdf
  liasse report --case dossier-12 --format json --out - --as-of 2026-12-01`,
    )
    .action(async (flags: ReportFlags, command: Command) => {
      const language = languageOf(command);
      const { format, pipeline: pipelineId, password: passwords = [] } = flags;
      const onOtherCases = (papers: Parameters<typeof otherCaseLines>[0]): void => {
        for (const line of otherCaseLines(papers, language)) process.stderr.write(`${line}\n`);
      };
      const options = { format, language, pipelineId, asOf: flags.asOf ?? today(), passwords, onOtherCases };
      const report = await withKeeping((keeping) => makeReport(keeping, flags.case, options));
      const out = flags.out ?? `${flags.case}.${format}`;
      await writeOutput(out, report);
      if (out !== '-') process.stderr.write(`${KEEPING_MESSAGES[language].written(out)}\n`);
    });
}

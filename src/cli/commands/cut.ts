import { type Command, InvalidArgumentError } from 'commander';
import { cutOrJoin } from '#app/desk/cut-or-join.ts';
import { findPaper } from '#app/desk/find-paper.ts';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { labelsOf } from '#app/pipeline-labels.ts';
import { EXIT } from '../exit-status.ts';
import { explainFailure } from '../explain-failure.ts';
import { languageOf } from '../language-of.ts';
import { MESSAGES, type OutputLanguage } from '../messages.ts';
import { parseCaseName } from '../parse-options.ts';
import { summaryTable } from '../summary-table.ts';

interface CutFlags {
  readonly case?: string;
  readonly json?: true;
}

/** `liasse cut ID PAGE` and `liasse join ID`: where one paper of a scan ends and the next begins, said by a person. */
export function addCutCommands(program: Command): void {
  withCommonOptions(
    program
      .command('cut')
      .description('cut a paper in two: another one begins on this page')
      .argument('<id>', 'the paper’s id, or its first letters')
      .argument('<page>', 'page of the file on which the second paper begins', parsePage),
  ).action(async (id: string, page: number, flags: CutFlags, command: Command) => {
    process.exitCode = await run(id, page, flags, languageOf(command));
  });
  withCommonOptions(
    program
      .command('join')
      .description('join a paper to the one before it in the same file')
      .argument('<id>', 'the id of the second paper, or its first letters'),
  ).action(async (id: string, flags: CutFlags, command: Command) => {
    process.exitCode = await run(id, undefined, flags, languageOf(command));
  });
}

function withCommonOptions(command: Command): Command {
  return command
    .option('--case <name>', 'look in this case only', parseCaseName)
    .option('--json', 'print the new records of the file’s papers, one JSON line each')
    .addHelpText(
      'after',
      `
The papers of the file are judged again at once, from what was read before, and no later run cuts them otherwise. “cut” and “join” undo each other.

Examples:
  liasse cut 3f2a9c 3      pages 1 and 2 are one paper, page 3 begins another
  liasse join 77e0b1       this paper goes on with the one before it`,
    );
}

async function run(id: string, page: number | undefined, flags: CutFlags, language: OutputLanguage): Promise<number> {
  try {
    const { found, records } = await withKeeping(async (keeping) => {
      const paper = await findPaper(keeping, id, flags.case);
      const { records: cut } = await cutOrJoin(keeping, paper, page, { language, now: new Date() });
      return { found: paper, records: cut };
    });
    if (flags.json) process.stdout.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    else {
      const labels = labelsOf(found.pipeline, language);
      const view = { language, width: process.stdout.columns ?? 160, hasIds: true };
      process.stdout.write(`${summaryTable(records, labels, view)}\n`);
    }
    process.stderr.write(`${MESSAGES[language].decisions.cutInto(records.length)}\n`);
    return EXIT.good;
  } catch (error) {
    process.stderr.write(`liasse: ${explainFailure(error, language)}\n`);
    return EXIT.wrongUse;
  }
}

function parsePage(text: string): number {
  const page = Number(text);
  if (!Number.isInteger(page) || page < 1) throw new InvalidArgumentError('the number of a page is expected.');
  return page;
}

import { Command, CommanderError } from 'commander';
import { addCorrectCommand } from './commands/correct.ts';
import { addCutCommands } from './commands/cut.ts';
import { addEvalCommand } from './commands/eval.ts';
import { addIntakeCommand } from './commands/intake.ts';
import { addLearnCommand } from './commands/learn.ts';
import { addModelsCommand } from './commands/models.ts';
import { addPipelinesCommand } from './commands/pipelines.ts';
import { addSchemaCommand } from './commands/schema.ts';
import { addTypesCommand } from './commands/types.ts';
import { EXIT } from './exit-status.ts';
import { explainFailure } from './explain-failure.ts';
import { outputLanguage } from './messages.ts';

// A reader that closes the pipe (`| head`) has seen enough; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.good);
});

const program = new Command('liasse')
  .description('Reads the papers of an immigration file and tells which of them carry weight.')
  .version('0.1.0')
  .option('--lang <fr|en>', 'language of the output (default: the environment’s)')
  .showHelpAfterError('(liasse --help, or liasse <command> --help, shows how)')
  .addHelpText(
    'after',
    `
Examples:
  liasse intake ~/clients/dossier-12              read a folder, print the table
  liasse intake dossier-12 --json results.ndjson  … and one JSON line a document
  liasse intake dossier-12 --case dossier-12      … and remember: the next run reads only what is new
  liasse correct 3f2a --type pay-slip             say what a paper is; no later run says otherwise
  liasse learn                                    learn from all corrections, if that makes Liasse better
  liasse types                                    the kinds of paper Liasse knows
  liasse models                                   the languages Liasse can read, and how to add one

Nothing is ever sent anywhere: all reading happens on this machine.`,
  )
  .exitOverride();

addIntakeCommand(program);
addCorrectCommand(program);
addCutCommands(program);
addLearnCommand(program);
addEvalCommand(program);
addSchemaCommand(program);
addTypesCommand(program);
addModelsCommand(program);
addPipelinesCommand(program);

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.good : EXIT.wrongUse;
  else {
    process.stderr.write(`liasse: ${explainFailure(error, outputLanguage(program.opts()['lang'], process.env))}\n`);
    process.exitCode = EXIT.wrongUse;
  }
}

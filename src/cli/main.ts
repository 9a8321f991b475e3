import { Command, CommanderError } from 'commander';
import { onMasterKeyMade } from '#app/keeping/keys/master-key-notice.ts';
import { LIASSE_VERSION } from '#app/liasse-version.ts';
import { EXIT } from './exit-status.ts';
import { explainFailure } from './explain-failure.ts';
import { keysMessages } from './keys-text.ts';
import { outputLanguage } from './messages.ts';

/** The commands by name, in the order of the help, and how those of a file are added to the program. */
const COMMANDS: readonly { readonly names: readonly string[]; readonly add: (program: Command) => Promise<void> }[] = [
  { names: ['intake'], add: async (to) => (await import('./commands/intake.ts')).addIntakeCommand(to) },
  { names: ['results'], add: async (to) => (await import('./commands/results.ts')).addResultsCommand(to) },
  { names: ['report'], add: async (to) => (await import('./commands/report.ts')).addReportCommand(to) },
  { names: ['facts'], add: async (to) => (await import('./commands/facts.ts')).addFactsCommand(to) },
  { names: ['calendar'], add: async (to) => (await import('./commands/calendar.ts')).addCalendarCommand(to) },
  { names: ['export'], add: async (to) => (await import('./commands/export.ts')).addExportCommand(to) },
  { names: ['cases'], add: async (to) => (await import('./commands/cases.ts')).addCasesCommand(to) },
  { names: ['search'], add: async (to) => (await import('./commands/search.ts')).addSearchCommand(to) },
  { names: ['correct'], add: async (to) => (await import('./commands/correct.ts')).addCorrectCommand(to) },
  { names: ['cut', 'join'], add: async (to) => (await import('./commands/cut.ts')).addCutCommands(to) },
  { names: ['dismiss'], add: async (to) => (await import('./commands/dismiss.ts')).addDismissCommand(to) },
  { names: ['learn'], add: async (to) => (await import('./commands/learn.ts')).addLearnCommand(to) },
  { names: ['receive'], add: async (to) => (await import('./commands/receive.ts')).addReceiveCommand(to) },
  { names: ['watch'], add: async (to) => (await import('./commands/watch.ts')).addWatchCommand(to) },
  { names: ['mail'], add: async (to) => (await import('./commands/mail.ts')).addMailCommand(to) },
  { names: ['ledger'], add: async (to) => (await import('./commands/ledger.ts')).addLedgerCommand(to) },
  { names: ['serve'], add: async (to) => (await import('./commands/serve.ts')).addServeCommand(to) },
  { names: ['worker'], add: async (to) => (await import('./commands/worker.ts')).addWorkerCommand(to) },
  { names: ['queue', 'retry'], add: async (to) => (await import('./commands/queue.ts')).addQueueCommands(to) },
  { names: ['reprocess'], add: async (to) => (await import('./commands/reprocess.ts')).addReprocessCommand(to) },
  { names: ['runs'], add: async (to) => (await import('./commands/runs.ts')).addRunsCommand(to) },
  { names: ['verify'], add: async (to) => (await import('./commands/verify.ts')).addVerifyCommand(to) },
  { names: ['case'], add: async (to) => (await import('./commands/case.ts')).addCaseCommand(to) },
  { names: ['retention'], add: async (to) => (await import('./commands/retention.ts')).addRetentionCommand(to) },
  { names: ['purge'], add: async (to) => (await import('./commands/purge.ts')).addPurgeCommand(to) },
  {
    names: ['export-person'],
    add: async (to) => (await import('./commands/export-person.ts')).addExportPersonCommand(to),
  },
  { names: ['backup'], add: async (to) => (await import('./commands/backup.ts')).addBackupCommand(to) },
  { names: ['restore'], add: async (to) => (await import('./commands/restore.ts')).addRestoreCommand(to) },
  { names: ['audit'], add: async (to) => (await import('./commands/audit.ts')).addAuditCommand(to) },
  { names: ['eval'], add: async (to) => (await import('./commands/eval.ts')).addEvalCommand(to) },
  { names: ['schema'], add: async (to) => (await import('./commands/schema.ts')).addSchemaCommand(to) },
  { names: ['types'], add: async (to) => (await import('./commands/types.ts')).addTypesCommand(to) },
  { names: ['models'], add: async (to) => (await import('./commands/models.ts')).addModelsCommand(to) },
  { names: ['keys'], add: async (to) => (await import('./commands/keys.ts')).addKeysCommand(to) },
  { names: ['pipelines'], add: async (to) => (await import('./commands/pipelines.ts')).addPipelinesCommand(to) },
  { names: ['doctor'], add: async (to) => (await import('./commands/doctor.ts')).addDoctorCommand(to) },
];

// A reader that closes the pipe (`| head`) has seen enough; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.good);
});

const program = new Command('liasse')
  .description('Reads the papers of an immigration file and tells which of them carry weight.')
  .version(LIASSE_VERSION)
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
  liasse dismiss 3f2a no-stamp --reason "…"       say that a flag does not count, and why
  liasse learn                                    learn from all corrections, if that makes Liasse better
  liasse export --case dossier-12 --lang fr       the annexed dossier as PDF, numbered, searchable, with its list
  liasse serve                                    the web app, for everybody in the organisation
  liasse worker                                   read what was received, on this machine or on many
  liasse queue                                    what waits, what is under way, what was put aside
  liasse reprocess                                judge again what is kept, once rules or models are better
  liasse types                                    the kinds of paper Liasse knows
  liasse models                                   the languages Liasse can read, and how to add one
  liasse keys backup /media/usb                   copy the key without which nothing that is kept can be read
  liasse backup /media/usb/liasse.tar             everything that is kept, read back; “liasse restore” brings it back
  liasse purge --case dossier-12                  take a case out for good, with a certificate
  liasse audit                                    who did what
  liasse doctor                                   is this machine well set up? what is wrong, and what mends it

Nothing is ever sent anywhere: all reading happens on this machine.`,
  )
  .exitOverride();

// Whichever command first keeps something: that the key must not be lost is said before it can be.
onMasterKeyMade(({ path }) => {
  process.stderr.write(`\n${keysMessages(outputLanguage(program.opts()['lang'], process.env)).made(path)}\n\n`);
});

// What nobody foresaw ends the command without its message, which may quote a paper.
process.on('uncaughtException', (error) => {
  process.stderr.write(`liasse: ${explainFailure(error, outputLanguage(program.opts()['lang'], process.env))}\n`);
  process.exit(EXIT.someFailed);
});

// Only the command that is asked for is loaded, with all that it works with; help lists every one, and the version none.
const words = process.argv.slice(2);
const asked = COMMANDS.filter(({ names }) => names.includes(words.find(isCommand) ?? ''));
const isVersion = words.length === 1 && (words[0] === '--version' || words[0] === '-V');
for (const { add } of asked.length > 0 || isVersion ? asked : COMMANDS) await add(program);

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

function isCommand(word: string): boolean {
  return COMMANDS.some(({ names }) => names.includes(word));
}

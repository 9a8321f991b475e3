import type { Command } from 'commander';
import { limitsOfEnvironment } from '#app/config.ts';
import { startWatching } from '#app/ways-in/start-watching.ts';
import { limitsWith } from '#domain/limits.ts';
import type { HttpAddress } from '#http/listen-at.ts';
import { ARRIVAL_MESSAGES } from '../arrival-messages.ts';
import { rejectionNote } from '../arrivals.ts';
import { EXIT } from '../exit-status.ts';
import { httpOption, serveAt } from '../http-option.ts';
import { languageOf } from '../language-of.ts';
import { parseCaseName, parseSeconds } from '../parse-options.ts';
import { stopSignals } from '../stop-signals.ts';
import { today } from '../today.ts';
import { createWatchReport } from '../watch-report.ts';

interface WatchFlags {
  readonly case?: string;
  readonly once?: true;
  readonly http?: HttpAddress;
  readonly again?: true;
  readonly moveTo?: string;
  readonly rejectedTo?: string;
  readonly settle: number;
  readonly every: number;
}

const HELP = `
Each folder inside FOLDER is a case: FOLDER/Dupont/scans/1.pdf comes into the case “Dupont” as scans/1.pdf. With --case, everything comes into that case.
A file is taken in once it is whole: nobody has written to it for a while, no program has it open for writing (as far as the system tells), and it is
not called like a file that is still being loaded (.part, .crdownload, .tmp, ~$…). Hidden files and links are passed over.

Files stay where they are, unless you say where to move them. They are moved only once they are kept safely, and never over another file:
a second “scan.pdf” becomes “scan (2).pdf”. What was taken in is remembered (watched.ndjson in LIASSE_HOME; no names in it): a restart takes in nothing twice.
A network share may go and come back. Where the system does not tell of new files (most shares), Liasse looks every 30 seconds; see --every.

With --http it answers /health, /ready and /metrics there; its log, without names, goes where LIASSE_LOG says (“liasse worker --help”).
“liasse worker” reads what was taken in; “liasse ledger” counts it.
Exit status: 0 ended by Ctrl-C or SIGTERM, or with --once everything was taken in; 1 with --once, something was not, and why is said; 2 wrong use.

Examples:
  liasse watch ~/Scans                                      a folder for each client; the files stay
  liasse watch ~/Scans/Dupont --case Dupont                 one folder, one case
  liasse watch /mnt/scans --move-to /mnt/done --rejected-to /mnt/to-redo
  liasse watch /mnt/scans --once                            for cron: take in what is there, and end`;

/** `liasse watch FOLDER`: take in what people and scanners put there. */
export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .description('take in the files that are put into a folder')
    .argument('<folder>', 'the folder to watch; a sub-folder names its case')
    .option('--case <name>', 'everything comes into this case', parseCaseName)
    .option('--once', 'take in what is there and end')
    .option('--move-to <folder>', 'move files there once they are kept safely')
    .option('--rejected-to <folder>', 'move files there that could not be taken in, with a note that says why')
    .option('--settle <seconds>', 'how long nobody may have written to a file', parseSeconds, 2)
    .option('--every <seconds>', 'look at least that often, whatever the system tells', parseSeconds, 30)
    .option('--again', 'take in also what was taken in before; the same file makes no second paper')
    .addOption(httpOption())
    .addHelpText('after', HELP)
    .action(async (folder: string, flags: WatchFlags, command: Command) => {
      const language = languageOf(command);
      const isOnce = flags.once === true;
      const report = createWatchReport({ language, isOnce, say: (line) => process.stdout.write(`${line}\n`) });
      await startWatching({
        folder,
        onlyCase: flags.case,
        moveTo: flags.moveTo,
        rejectedTo: flags.rejectedTo,
        settleMs: flags.settle * 1_000,
        lookEveryMs: flags.every * 1_000,
        isOnce,
        isAnew: flags.again === true,
        limits: limitsWith(limitsOfEnvironment()),
        today,
        explain: (rejection) => rejectionNote(rejection, language),
        onEvent: report.onEvent,
        signal: stopSignals(() => process.stderr.write(`${ARRIVAL_MESSAGES[language].ending}\n`)).stop,
        serve: serveAt(flags.http),
      });
      if (isOnce && !report.isAllIn()) process.exitCode = EXIT.someFailed;
    });
}

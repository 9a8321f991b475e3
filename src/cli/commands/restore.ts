import type { Command } from 'commander';
import { keepingPlaces, placesInto } from '#app/config.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { placeMasterKey } from '#app/trust/backup/place-master-key.ts';
import { type Restored, restoreBackup } from '#app/trust/backup/restore-backup.ts';
import { BACKUP_MESSAGES, createByteProgress } from '../backup-messages.ts';
import { EXIT } from '../exit-status.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';

interface RestoreFlags {
  readonly into?: string;
  readonly key?: string;
  readonly json?: true;
}

/** `liasse restore`: everything as it was when a backup was made. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('bring back everything from a backup, into an empty place')
    .argument('<backup>', 'the file or folder that “liasse backup” wrote; of a folder of backups the newest')
    .option(
      '--into <place>',
      'a folder for a new LIASSE_HOME, or the URL of a PostgreSQL database (default: as set up)',
    )
    .option('--key <file>', 'a copy of the master key, to be put into its place')
    .option('--json', 'print what was restored as JSON')
    .addHelpText(
      'after',
      `
The backup is read through first; then rows and files are written, and log, ledger and every original are verified. Until all of that is done nobody
can use the place, and nothing is ever written over data that are there. Interrupted, the same command begins anew.
The master key must be there: put it into its place first, or give a copy with --key.

A backup brings back what was purged after it was made: see “liasse purge check”.

Examples:
  liasse restore /media/usb/liasse.tar --key /media/usb2/liasse-master.key
  liasse restore /srv/backups/liasse/ --into /tmp/try-it          try out a backup; then: LIASSE_HOME=/tmp/try-it liasse cases
  liasse restore liasse.tar --into postgres://liasse@db/liasse    move to a server

Exit status: 0 all is back and whole; 1 all is back, but something was not whole in the backup already; 2 nothing was restored.`,
    )
    .action(async (place: string, flags: RestoreFlags, command: Command) => {
      process.exitCode = await restore(place, flags, languageOf(command));
    });
}

async function restore(place: string, flags: RestoreFlags, language: OutputLanguage): Promise<number> {
  const text = BACKUP_MESSAGES[language];
  const progress = createByteProgress(language);
  const places = flags.into === undefined ? keepingPlaces() : placesInto(flags.into);
  const source = await backupAt(place);
  if (flags.key !== undefined) {
    const path = await placeMasterKey(flags.key, places);
    if (path !== null) process.stderr.write(`${text.keyPlaced(path)}\n`);
  }
  let step = text.steps.check;
  const restored = await restoreBackup(source, {
    places,
    onBytes: (bytes) => progress(step, bytes),
    onStep: (now) => {
      step = text.steps[now];
      if (now === 'anew' || now === 'verify') process.stderr.write(`${step}\n`);
    },
  });
  process.stdout.write(
    flags.json ? `${JSON.stringify(restored, null, 2)}\n` : `${summary(restored, language).join('\n')}\n`,
  );
  const isWhole = restored.originals?.bad.length === 0 && restored.ledgerProblems === 0 && restored.isLogWhole;
  return isWhole ? EXIT.good : EXIT.someFailed;
}

function summary({ manifest, originals, ledgerProblems, isLogWhole }: Restored, language: OutputLanguage): string[] {
  const text = BACKUP_MESSAGES[language];
  const cases = manifest.tables.find(({ name }) => name === 'cases')?.rows ?? 0;
  return [
    text.restored(manifest.madeAt),
    text.restoredCounts(cases, originals?.whole ?? 0),
    ...(originals === null ? [text.badNames] : []),
    ...(originals !== null && originals.bad.length > 0 ? [text.badOriginals(originals.bad.length)] : []),
    ...(ledgerProblems > 0 ? [text.ledgerProblems(ledgerProblems)] : []),
    ...(isLogWhole ? [] : [text.brokenLog]),
    text.purgedSince,
  ];
}

import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { withKeeping } from '#app/keeping/with-keeping.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { type MadeBackup, makeBackup } from '#app/trust/backup/make-backup.ts';
import { BACKUP_MESSAGES, createByteProgress, sizeText } from '../backup-messages.ts';
import { EXIT } from '../exit-status.ts';
import { UsageError } from '../explain-failure.ts';
import { languageOf } from '../language-of.ts';
import type { OutputLanguage } from '../messages.ts';

interface BackupFlags {
  readonly check?: string;
  readonly json?: true;
}

/** `liasse backup`: everything that is kept, in a file or a folder, read back. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('back up everything that is kept, while work goes on, and read the backup back')
    .argument('[target]', 'a file (liasse.tar), or a folder in which every backup gets a folder of its own')
    .option('--check <backup>', 'only read a backup through: is it whole?')
    .option('--json', 'print the manifest as JSON')
    .addHelpText(
      'after',
      `
Rows, originals and readings as they are at one moment, all of them encrypted as they are kept. Restoring works from the embedded database into a server
and back (liasse restore). It is there as a whole or not at all: an interrupted backup leaves nothing that looks like one.

THE MASTER KEY IS NOT IN IT, and without it nobody can read the backup: copy it elsewhere once (liasse keys backup).

Into a folder, what lay in the backup before is linked and takes no room: many backups cost little more than one, each is whole, and any can be deleted.
An existing file is replaced once the new backup was found whole.

Examples:
  liasse backup /media/usb/liasse.tar
  liasse backup /srv/backups/liasse/              every night, from cron
  liasse backup --check /media/usb/liasse.tar

Exit status: 0 it is made and whole; 1 it is made, but originals were missing (they are counted); 2 wrong use, or it could not be made.`,
    )
    .action(async (target: string | undefined, flags: BackupFlags, command: Command) => {
      const language = languageOf(command);
      if (flags.check !== undefined) return check(flags.check, flags, language);
      if (target === undefined) throw new UsageError(BACKUP_MESSAGES[language].sayWhere);
      process.exitCode = await make(target, flags, language);
      return undefined;
    });
}

async function make(target: string, flags: BackupFlags, language: OutputLanguage): Promise<number> {
  const text = BACKUP_MESSAGES[language];
  const progress = createByteProgress(language);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const made = await withKeeping((keeping) =>
    makeBackup(keeping, {
      target: isFolder(target) ? { folder: target } : { file: target },
      now: new Date(),
      onBytes: (step, bytes) => progress(text.steps[step], bytes),
      signal: stop.signal,
    }),
  );
  progress('', 0);
  process.stdout.write(flags.json ? `${JSON.stringify(made, null, 2)}\n` : `${summary(made, language).join('\n')}\n`);
  return made.missingOriginals.length === 0 ? EXIT.good : EXIT.someFailed;
}

function summary({ path, manifest, blobsWritten, missingOriginals }: MadeBackup, language: OutputLanguage): string[] {
  const text = BACKUP_MESSAGES[language];
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const linked = manifest.blobs.count - blobsWritten;
  return [
    text.made(path),
    text.holds(rows, manifest.blobs.count, sizeText(manifest.blobs.bytes, language)),
    ...(linked > 0 ? [text.linked(linked)] : []),
    ...(missingOriginals.length > 0 ? [text.missing(missingOriginals.length)] : []),
    text.inClear,
    ...(manifest.masterKey === null ? [] : ['', text.key(manifest.masterKey)]),
  ];
}

async function check(place: string, flags: BackupFlags, language: OutputLanguage): Promise<void> {
  const text = BACKUP_MESSAGES[language];
  const progress = createByteProgress(language);
  const manifest = await checkBackup(await backupAt(place), {
    onRead: (bytes) => progress(text.steps.check, bytes),
  });
  progress('', 0);
  if (flags.json) process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  else {
    const key = manifest.masterKey === null ? [] : [text.needsKey(manifest.masterKey)];
    process.stdout.write(`${[text.whole(manifest.madeAt, manifest.id), ...key].join('\n')}\n`);
  }
}

/** A folder that is there, or one that is named as a folder. */
function isFolder(target: string): boolean {
  return target.endsWith('/') || statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
}

import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backupParts } from '#domain/backup-manifest.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { BackupSource } from '#ports/backup-files.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { backupReadingFailure } from './backup-failure.ts';
import { createFolderSource } from './create-folder-source.ts';
import { createTarSource } from './create-tar-source.ts';
import { newestBackup } from './newest-backup.ts';

/** A backup in a file, in a folder, or the newest one in a folder of backups. Throws `no-such-file`, `no-permission`, `not-a-backup`. */
export async function openBackup(place: string): Promise<BackupSource> {
  const path = resolve(place);
  const found = await stat(path).catch((error: unknown) => {
    throw backupReadingFailure(error, path);
  });
  if (found.isFile()) return createTarSource(path);
  if ((await unlessAbsent(stat(join(path, backupParts.head)))) !== undefined) return createFolderSource(path);
  const newest = await newestBackup(path);
  if (newest === undefined) throw new LiasseFailure('not-a-backup', path);
  return createFolderSource(newest);
}

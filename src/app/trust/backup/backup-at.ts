import { openBackup } from '#adapters/backup-files/open-backup.ts';
import type { BackupSource } from '#ports/backup-files.ts';

/** The backup in a file, in a folder, or the newest in a folder of backups. Throws `no-such-file`, `no-permission`, `not-a-backup`. */
export function backupAt(place: string): Promise<BackupSource> {
  return openBackup(place);
}

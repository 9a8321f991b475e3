import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backupParts } from '#domain/backup-manifest.ts';
import { unlessAbsent } from '../disk-failure.ts';

/** Backups are named by the moment they were made, so that they lie in order. */
export function backupName(madeAt: string, id: string): string {
  return `liasse-${madeAt.slice(0, 19).replaceAll(':', '')}Z-${id.slice(0, 8)}`;
}

const NAME = /^liasse-\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{8}$/;

/** The newest finished backup in a folder of backups, if there is one. */
export async function newestBackup(folder: string): Promise<string | undefined> {
  const names = (await unlessAbsent(readdir(folder))) ?? [];
  for (const name of names
    .filter((one) => NAME.test(one))
    .sort()
    .reverse()) {
    const path = join(folder, name);
    if ((await unlessAbsent(access(join(path, backupParts.manifest)).then(() => true))) === true) return path;
  }
  return undefined;
}

import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LiasseFailure } from '#domain/failure.ts';
import type { ExportPlace } from '#ports/export-place.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { syncFolder, writeSynced } from '../write-whole.ts';
import { exportFailure } from './export-failure.ts';

/** An export in a folder that is empty or not there yet; its owner alone can read it. Throws `export-not-empty`, `export-not-written`, `disk-full`. */
export async function createExportFolder(target: string): Promise<ExportPlace> {
  const path = resolve(target);
  const draft = `${path}.part`;
  const throwing = (error: unknown): never => {
    throw exportFailure(error, path);
  };
  const there = await unlessAbsent(readdir(path)).catch(throwing);
  if (there !== undefined && there.length > 0) throw new LiasseFailure('export-not-empty', path);
  await rm(draft, { recursive: true, force: true }).catch(throwing);
  await mkdir(draft, { mode: 0o700 }).catch(throwing);
  let isOver = false;
  return {
    add: async (name, content) => {
      const file = join(draft, name);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(throwing);
      await writeSynced(file, content).catch(throwing);
    },
    publish: async () => {
      if (there !== undefined) await rmdir(path).catch(throwing);
      await rename(draft, path).catch(throwing);
      await syncFolder(dirname(path)).catch(throwing);
      isOver = true;
      return path;
    },
    giveUp: async () => {
      if (!isOver) await rm(draft, { recursive: true, force: true });
      isOver = true;
    },
  };
}

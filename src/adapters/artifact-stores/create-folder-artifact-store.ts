import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ArtifactStore } from '#ports/artifact-store.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/**
 * Remembers in a folder, one compressed file a key, readable by its owner only. A record is written beside its place, synced and
 * renamed, so a crash leaves nothing or the whole record; a record that can't be read counts as absent and is computed again.
 */
export function createFolderArtifactStore(folder: string): ArtifactStore {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), `${key.slice(2)}.json.gz`);
  return {
    find: async (key) => {
      try {
        return JSON.parse((await expand(await readFile(pathOf(key)))).toString('utf8'));
      } catch (error) {
        if (isUnreadableRecord(error)) return undefined;
        throw error;
      }
    },
    save: async (key, artifact) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomUUID()}.part`;
      try {
        const file = await open(draft, 'w', 0o600);
        try {
          await file.writeFile(await compress(JSON.stringify(artifact)));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** Absent, truncated or garbled: all mean "compute it again". A disk that fails (EIO, EACCES) is not hidden. */
function isUnreadableRecord(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code === 'ENOENT' || error.code.startsWith('Z_') || error.code === 'ERR_BUFFER_OUT_OF_BOUNDS';
}

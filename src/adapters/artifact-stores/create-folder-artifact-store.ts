import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ArtifactStore } from '#ports/artifact-store.ts';
import { writeWhole } from '../write-whole.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/**
 * Remembers in a folder, one compressed file a key, readable by its owner only. A crash leaves nothing or
 * the whole record; a record that can't be read counts as absent and is computed again.
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
      await writeWhole(pathOf(key), await compress(JSON.stringify(artifact)));
    },
  };
}

/** Absent, truncated or garbled: all mean "compute it again". A disk that fails (EIO, EACCES) is not hidden. */
function isUnreadableRecord(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code === 'ENOENT' || error.code.startsWith('Z_') || error.code === 'ERR_BUFFER_OUT_OF_BOUNDS';
}

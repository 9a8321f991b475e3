import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LiasseFailure } from '#domain/failure.ts';
import type { ReadFile } from '#ports/watched-folder.ts';
import { errorCode } from './error-code.ts';
import { versionOf } from './version-of.ts';

/**
 * What that version of a file holds, or undefined when it is another one by now, before or after reading, or has gone. Of a file with more than
 * `mostBytes` only the hash is made. Throws `no-permission`, `unreadable-file`.
 */
export async function readStillFile(path: string, version: string, mostBytes: number): Promise<ReadFile | undefined> {
  try {
    // Not through a link that was put in its place.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const before = await file.stat({ bigint: true });
      if (!before.isFile() || versionOf(before) !== version) return undefined;
      const read = await (before.size > mostBytes ? hashed(file) : whole(file));
      const after = await file.stat({ bigint: true });
      if (versionOf(after) !== version || (read.bytes !== null && BigInt(read.bytes.length) !== after.size))
        return undefined;
      // Renamed while it was read: it will be found under its other name.
      const named = await lstat(path, { bigint: true });
      return versionOf(named) === version ? read : undefined;
    } finally {
      await file.close();
    }
  } catch (error) {
    return undefinedIfGone(error);
  }
}

async function whole(file: FileHandle): Promise<ReadFile> {
  const bytes = await file.readFile();
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

async function hashed(file: FileHandle): Promise<ReadFile> {
  const hash = createHash('sha256');
  await pipeline(file.createReadStream({ autoClose: false }), hash);
  return { sha256: hash.digest('hex'), bytes: null };
}

function undefinedIfGone(error: unknown): undefined {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR') return undefined;
  if (code === 'EACCES' || code === 'EPERM') throw new LiasseFailure('no-permission', code, { cause: error });
  if (code !== undefined) throw new LiasseFailure('unreadable-file', code, { cause: error });
  throw error;
}

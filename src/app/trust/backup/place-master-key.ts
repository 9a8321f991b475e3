import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { homeKeyFiles, readChosenKey, readKeyFile } from '#adapters/master-key/held-keys.ts';
import { writeKeyCopy } from '#adapters/master-key/key-copies.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeepingPlaces } from '../../config.ts';

/**
 * Puts a copy of the master key where an installation looks for it, if it is the one that is needed; its path. Null when a key is set up there already.
 * Throws `no-such-file`, `master-key-malformed`, `master-key-wrong`, `copy-not-written`.
 */
export async function placeMasterKey(
  file: string,
  needed: string | null,
  { masterKey }: KeepingPlaces,
): Promise<string | null> {
  const copy = await readKeyFile(resolve(file), 'file');
  if (copy === undefined) throw new LiasseFailure('no-such-file', file);
  const { fingerprint } = copy.key;
  if (needed !== null && fingerprint !== needed)
    throw new LiasseFailure('master-key-wrong', `needed: ${needed}, ${file} is: ${fingerprint}`);
  if ((await readChosenKey(masterKey)) !== undefined) return null;
  const path = homeKeyFiles.current(masterKey.home);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return writeKeyCopy(copy, path);
}

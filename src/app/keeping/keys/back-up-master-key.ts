import { createMasterKeyFiles, type MadeMasterKey } from '#adapters/master-key/create-master-key-files.ts';
import { type HeldKey, type KeyPlaces, readChosenKey, readOtherKeys } from '#adapters/master-key/held-keys.ts';
import { noteKeyCopy, writeKeyCopy } from '#adapters/master-key/key-copies.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeyStore } from '#ports/vault.ts';

/**
 * Writes a copy of the master key in force to a file or folder, reads it back, and notes that it was done. Where nothing is kept yet the key is made
 * first. Throws `master-key-missing`, `master-key-wrong`, `key-file-exists`, `copy-not-written`, `disk-full`.
 */
export async function backUpMasterKey({
  keys,
  places,
  to,
  now,
  onMasterKeyMade,
}: {
  readonly keys: KeyStore;
  readonly places: KeyPlaces;
  readonly to: string;
  readonly now: Date;
  readonly onMasterKeyMade: (made: MadeMasterKey) => void;
}): Promise<{ readonly path: string; readonly fingerprint: string }> {
  const index = await keys.find('index');
  if (index === undefined && (await readChosenKey(places)) === undefined)
    await createMasterKeyFiles(places, onMasterKeyMade).make();
  const held = await keyInForce(places, index?.master);
  const path = await writeKeyCopy(held, to);
  const { fingerprint } = held.key;
  await noteKeyCopy(places.home, { fingerprint, path, at: now.toISOString() });
  return { path, fingerprint };
}

async function keyInForce(places: KeyPlaces, needed: string | undefined): Promise<HeldKey> {
  const chosen = await readChosenKey(places);
  if (chosen !== undefined && (needed === undefined || chosen.key.fingerprint === needed)) return chosen;
  const { previous, next, old } = await readOtherKeys(places);
  const found = [...previous, ...next, ...old].find(({ key }) => key.fingerprint === needed);
  if (found !== undefined) return found;
  throw new LiasseFailure(chosen === undefined ? 'master-key-missing' : 'master-key-wrong', `needed: ${needed ?? '?'}`);
}

import { resolve } from 'node:path';
import { type KeyPlaces, readChosenKey, readKeyFile } from '#adapters/master-key/held-keys.ts';
import { noteKeyCopy } from '#adapters/master-key/key-copies.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeyStore } from '#ports/vault.ts';

/** What a key file is to these data. */
export interface KeyCheck {
  /** `right`: it opens them. `old`: it still wraps some keys. `wrong`: it opens nothing. `unused`: nothing is kept yet, and no key is set up. */
  readonly answer: 'right' | 'old' | 'wrong' | 'unused';
  readonly fingerprint: string;
  /** The fingerprint that is needed; null when it is `unused`. */
  readonly needed: string | null;
}

/**
 * Whether a file holds the master key of these data, by opening a key with it. That the right one lies there is noted as a copy. Throws `no-such-file`,
 * `master-key-malformed`, `sealed-damaged`.
 */
export async function checkMasterKey({
  keys,
  places,
  file,
  now,
}: {
  readonly keys: KeyStore;
  readonly places: KeyPlaces;
  readonly file: string;
  readonly now: Date;
}): Promise<KeyCheck> {
  const path = resolve(file);
  const held = await readKeyFile(path, 'file');
  if (held === undefined) throw new LiasseFailure('no-such-file', file);
  const { fingerprint } = held.key;
  const index = await keys.find('index');
  const chosen = await readChosenKey(places).catch(() => undefined);
  const needed = index?.master ?? chosen?.key.fingerprint ?? null;
  if (needed === null) return { answer: 'unused', fingerprint, needed };
  if (fingerprint !== needed) {
    const isOld = (await keys.all()).some(({ master }) => master === fingerprint);
    return { answer: isOld ? 'old' : 'wrong', fingerprint, needed };
  }
  if (index !== undefined) held.key.unwrap(index);
  // A note that can't be written changes nothing about the answer.
  if (path !== chosen?.path)
    await noteKeyCopy(places.home, { fingerprint, path, at: now.toISOString() }).catch(() => undefined);
  return { answer: 'right', fingerprint, needed };
}

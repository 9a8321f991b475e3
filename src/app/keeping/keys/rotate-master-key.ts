import { randomBytes } from 'node:crypto';
import { adoptNextKey, alone, writeNextKey } from '#adapters/master-key/change-home-key.ts';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import { type HeldKey, type KeyPlaces, readChosenKey, readOtherKeys } from '#adapters/master-key/held-keys.ts';
import { noteKeyCopy, readOrMakeKeyFile } from '#adapters/master-key/key-copies.ts';
import { createMasterKey, KEY_BYTES, type MasterKey } from '#adapters/vault/create-master-key.ts';
import { masterKeyOf } from '#adapters/vault/master-key-of.ts';
import type { MasterKeys } from '#adapters/vault/master-keys.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeyStore, WrappedKey } from '#ports/vault.ts';

/** How far a change of master key has come; every step is durable when it is told. */
export type RotationStep =
  /** The new key lies on the disk; the old one is in force. `path` is null when it lay there before. */
  | { readonly step: 'new-key-there'; readonly fingerprint: string; readonly path: string | null }
  /** All keys are wrapped by the new one, which is in force. */
  | { readonly step: 'wrapped'; readonly count: number }
  /** `oldKey` is where the old key is kept, `toConfigure` the file that LIASSE_MASTER_KEY_FILE has to name from now on. */
  | { readonly step: 'done'; readonly oldKey: string | null; readonly toConfigure: string | null };

interface Rotation {
  readonly keys: KeyStore;
  readonly places: KeyPlaces;
  /** Holds the new key; made when it is not there. Otherwise Liasse makes a key in its home. */
  readonly newKeyFile?: string | undefined;
  readonly now: Date;
}

interface Target {
  readonly key: MasterKey;
  /** Where the new key lies beside the old one, to take its place; null when it does not change places. */
  readonly next: { readonly path: string | null; readonly copy: string | null } | null;
  readonly toConfigure: string | null;
}

const PASSES = 5;

/**
 * Wraps every key anew, all in one transaction, by a new master key; no blob is touched. At home, the new key then takes the place of the old one,
 * which is kept beside it. A change that was interrupted is finished, and no other one begun. When the installation is set up with another key than the
 * one in force, that one is the new key. Throws `nothing-kept`, `keys-being-changed`, `key-change-unfinished`, `new-key-needed`, `same-master-key`,
 * `master-key-missing`, `master-key-wrong`.
 */
export function rotateMasterKey(rotation: Rotation): AsyncGenerator<RotationStep> {
  return alone(rotation.places.home, () => rotate(rotation));
}

async function* rotate(rotation: Rotation): AsyncGenerator<RotationStep> {
  const { keys, places } = rotation;
  const index = await keys.find('index');
  if (index === undefined) throw new LiasseFailure('nothing-kept');
  const masters = createMasterKeyFiles(places, () => undefined);
  // Before anything is changed: the key in force must be at hand.
  await masterKeyOf(index, masters);
  const { key, next, toConfigure } = await chooseTarget(rotation, index.master);
  yield { step: 'new-key-there', fingerprint: key.fingerprint, path: next?.path ?? toConfigure };
  yield { step: 'wrapped', count: await wrapAll(keys, masters, key) };
  const oldKey = next === null ? null : await adoptNextKey(places.home, key.fingerprint);
  if (next !== null && next.copy !== null)
    await noteKeyCopy(places.home, { fingerprint: key.fingerprint, path: next.copy, at: rotation.now.toISOString() });
  yield { step: 'done', oldKey, toConfigure };
}

/** How many keys were wrapped anew. Those that others add meanwhile are seen in the next pass. */
async function wrapAll(keys: KeyStore, masters: MasterKeys, target: MasterKey): Promise<number> {
  let count = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const others = (await keys.all()).filter(({ master }) => master !== target.fingerprint);
    if (others.length === 0) return count;
    const anew: WrappedKey[] = [];
    for (const one of others) anew.push(target.wrap(one.id, (await masterKeyOf(one, masters)).unwrap(one)));
    await keys.replace(anew);
    count += anew.length;
  }
  // Somebody on another machine wraps them by another key as fast as we do.
  throw new LiasseFailure('keys-being-changed');
}

async function chooseTarget(rotation: Rotation, inForce: string): Promise<Target> {
  const chosen = await readChosenKey(rotation.places);
  if (chosen === undefined || chosen.source === 'home') return homeTarget(rotation, inForce, chosen);
  if (rotation.newKeyFile !== undefined) {
    const { key, path } = await readOrMakeKeyFile(rotation.newKeyFile);
    if (key.fingerprint === inForce) throw new LiasseFailure('same-master-key');
    return { key, next: null, toConfigure: path };
  }
  const isAllChosen = (await rotation.keys.all()).every(({ master }) => master === chosen.key.fingerprint);
  if (isAllChosen) throw new LiasseFailure('new-key-needed');
  return { key: chosen.key, next: null, toConfigure: null };
}

async function homeTarget(
  { places, newKeyFile }: Rotation,
  inForce: string,
  chosen: HeldKey | undefined,
): Promise<Target> {
  const { next } = await readOtherKeys(places);
  const unfinished = next.find(({ key }) => key.fingerprint === inForce) ?? next[0];
  if (unfinished !== undefined) {
    if (newKeyFile !== undefined) throw new LiasseFailure('key-change-unfinished');
    return { key: unfinished.key, next: { path: null, copy: null }, toConfigure: null };
  }
  // Such as a database that was taken back from before an earlier change.
  if (newKeyFile === undefined && chosen !== undefined && chosen.key.fingerprint !== inForce)
    return { key: chosen.key, next: null, toConfigure: null };
  const made = newKeyFile === undefined ? newKey() : await readOrMakeKeyFile(newKeyFile);
  if (made.key.fingerprint === inForce) throw new LiasseFailure('same-master-key');
  const path = await writeNextKey(places.home, made);
  return { key: made.key, next: { path, copy: made.path }, toConfigure: null };
}

function newKey(): Pick<HeldKey, 'key' | 'secret' | 'path'> {
  const secret = randomBytes(KEY_BYTES);
  return { key: createMasterKey(secret), secret, path: null };
}

import { createHmac, randomBytes } from 'node:crypto';
import type { KeyStore, Vault, WrappedKey } from '#ports/vault.ts';
import { KEY_BYTES, type MasterKey } from './create-master-key.ts';
import { createRecentKeys } from './create-recent-keys.ts';
import { createSealer } from './create-sealer.ts';
import { masterKeyOf } from './master-key-of.ts';
import type { MasterKeys } from './master-keys.ts';

const REMEMBERED_KEYS = 500;
/** How long a process may still use a key that another one forgot. Short, since another process may forget a key, and what is sealed under it after that is lost. */
export const REMEMBERED_MS = 1_000;
const BLIND_DIGITS = 16;

/**
 * Keys of content, wrapped by the master key. The master key in force is the one that wraps the key `index`, which is made before any other: so a
 * database tells a master key that is missing from one that was never made, and says at which moment a change of master key took place.
 */
export function createVault({ keys, master }: { readonly keys: KeyStore; readonly master: MasterKeys }): Vault {
  const recent = createRecentKeys(REMEMBERED_KEYS, REMEMBERED_MS);

  const underWay = new Map<string, Promise<Uint8Array>>();

  let latest: MasterKey | undefined;

  async function inForce(): Promise<MasterKey> {
    latest = await masterKeyOf((await keys.find('index')) ?? (await firstKey()), master);
    return latest;
  }

  async function firstKey(): Promise<WrappedKey> {
    const first = (await master.chosen()) ?? (await master.make());
    return keys.add(first.wrap('index', randomBytes(KEY_BYTES)));
  }

  async function addKey(id: WrappedKey['id']): Promise<WrappedKey> {
    const before = latest ?? (await inForce());
    const added = await keys.add(before.wrap(id, randomBytes(KEY_BYTES)));
    const now = await inForce();
    if (added.master === now.fingerprint) return added;
    // The master key was changed meanwhile: whoever changed it may not have seen this key.
    const wrapped = now.wrap(id, (await masterKeyOf(added, master)).unwrap(added));
    await keys.replace([wrapped]);
    return wrapped;
  }

  async function findKey(id: WrappedKey['id']): Promise<Uint8Array> {
    const wrapped = (await keys.find(id)) ?? (await addKey(id));
    return (await masterKeyOf(wrapped, master)).unwrap(wrapped);
  }

  /** Hundreds of names of one case are opened at once: its key is looked up for all of them together. */
  async function keyOf(id: WrappedKey['id']): Promise<Uint8Array> {
    const known = recent.find(id) ?? underWay.get(id);
    if (known !== undefined) return known;
    const finding = findKey(id);
    underWay.set(id, finding);
    try {
      const key = await finding;
      // Forgotten meanwhile: nothing may be sealed under it from now on.
      if (underWay.get(id) === finding) recent.remember(id, key);
      return key;
    } finally {
      if (underWay.get(id) === finding) underWay.delete(id);
    }
  }

  const forgetHere = (ids: readonly WrappedKey['id'][]): void => {
    for (const id of ids) {
      recent.forget(id);
      underWay.delete(id);
    }
  };

  return {
    sealer: async (id) => createSealer(await keyOf(id), id),
    forget: async (ids) => {
      forgetHere(ids);
      await keys.remove(ids);
      // Whoever asked meanwhile may have found what was about to go.
      forgetHere(ids);
    },
    blind: async () => {
      const key = await keyOf('index');
      return (word) => createHmac('sha256', key).update(word, 'utf8').digest('hex').slice(0, BLIND_DIGITS);
    },
  };
}

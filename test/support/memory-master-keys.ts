import { randomBytes } from 'node:crypto';
import { createMasterKey, type MasterKey } from '#adapters/vault/create-master-key.ts';
import type { MasterKeys } from '#adapters/vault/master-keys.ts';

export function aMasterKey(): MasterKey {
  return createMasterKey(randomBytes(32));
}

/** Master keys in memory, the first of them chosen; one is made when there is none. */
export function createMemoryMasterKeys(...atHand: MasterKey[]): MasterKeys & { readonly atHand: MasterKey[] } {
  return {
    atHand,
    chosen: async () => atHand[0],
    find: async (fingerprint) => atHand.find((key) => key.fingerprint === fingerprint),
    make: async () => {
      const made = aMasterKey();
      atHand.unshift(made);
      return made;
    },
  };
}

import type { KeyStore, WrappedKey } from '#ports/vault.ts';

/** Wrapped keys in memory, by the contract of the real one. */
export function createMemoryKeyStore(): KeyStore {
  const kept = new Map<string, WrappedKey>();
  return {
    find: async (id) => kept.get(id),
    add: async (key) => {
      const winner = kept.get(key.id) ?? key;
      kept.set(key.id, winner);
      return winner;
    },
    all: async () => [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    remove: async (ids) => {
      for (const id of ids) kept.delete(id);
    },
    replace: async (keys) => {
      for (const key of keys) if (kept.has(key.id)) kept.set(key.id, key);
    },
  };
}

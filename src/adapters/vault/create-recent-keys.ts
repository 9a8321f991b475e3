/** Remembers a few values for a short while; the one that was not used for longest goes first. */
export interface RecentKeys {
  find(id: string): Uint8Array | undefined;
  remember(id: string, key: Uint8Array): void;
  forget(id: string): void;
}

/** Recent keys: at most `size`, each for `keepMs` from when it was remembered. */
export function createRecentKeys(size: number, keepMs: number): RecentKeys {
  const kept = new Map<string, { readonly key: Uint8Array; readonly untilMs: number }>();
  return {
    find: (id) => {
      const found = kept.get(id);
      kept.delete(id);
      if (found === undefined || found.untilMs < performance.now()) return undefined;
      kept.set(id, found);
      return found.key;
    },
    remember: (id, key) => {
      kept.delete(id);
      kept.set(id, { key, untilMs: performance.now() + keepMs });
      const oldest = kept.keys().next();
      if (kept.size > size && oldest.done !== true) kept.delete(oldest.value);
    },
    forget: (id) => {
      kept.delete(id);
    },
  };
}

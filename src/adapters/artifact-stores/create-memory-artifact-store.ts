import type { ArtifactStore } from '#ports/artifact-store.ts';

/**
 * Remembers for as long as the process lives and leaves nothing behind: the store of a run without a case.
 * Holds at most `maxRecords` (oldest out first), so that an archive does not fill the memory.
 */
export function createMemoryArtifactStore(maxRecords = 2_000): ArtifactStore {
  const records = new Map<string, unknown>();
  return {
    find: (key) => Promise.resolve(records.get(key)),
    save: (key, artifact) => {
      records.set(key, artifact);
      const oldest = records.keys().next();
      if (records.size > maxRecords && !oldest.done) records.delete(oldest.value);
      return Promise.resolve();
    },
  };
}

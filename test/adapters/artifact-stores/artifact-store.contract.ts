import { describe, expect, it } from 'vitest';
import type { ArtifactStore } from '#ports/artifact-store.ts';

/** What every artifact store must do; called by the test of each adapter. */
export function artifactStoreContract(name: string, create: () => Promise<ArtifactStore>): void {
  describe(`${name} as an artifact store`, () => {
    it('gives back what was saved under a key, and undefined for a key it never saw', async () => {
      const store = await create();
      await store.save('a'.repeat(64), { text: 'شهادة طبية', list: [1, null] });
      expect(await store.find('a'.repeat(64))).toEqual({ text: 'شهادة طبية', list: [1, null] });
      expect(await store.find('b'.repeat(64))).toBeUndefined();
    });

    it('keeps the last of two records saved under one key', async () => {
      const store = await create();
      await store.save('c'.repeat(64), 1);
      await store.save('c'.repeat(64), 2);
      expect(await store.find('c'.repeat(64))).toBe(2);
    });

    it('survives many saves of the same key at once', async () => {
      const store = await create();
      await Promise.all(Array.from({ length: 20 }, () => store.save('d'.repeat(64), { same: true })));
      expect(await store.find('d'.repeat(64))).toEqual({ same: true });
    });
  });
}

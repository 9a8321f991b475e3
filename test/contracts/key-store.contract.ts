import { describe, expect, it } from 'vitest';
import type { KeyStore, WrappedKey } from '#ports/vault.ts';

/** What every store of wrapped keys must do; called by the test of each adapter. Each call of `create` gives an empty store. */
export function keyStoreContract(name: string, create: () => Promise<KeyStore>): void {
  const key = (id: WrappedKey['id'], byte: number, master = 'a'.repeat(16)): WrappedKey => ({
    id,
    wrapped: Buffer.alloc(61, byte),
    master,
  });

  describe(`${name} as a store of wrapped keys`, () => {
    it('gives back the key of an id, byte for byte, and undefined for one that is not there', async () => {
      const store = await create();
      await store.add(key('file:1', 1));
      expect(await store.find('file:1')).toEqual(key('file:1', 1));
      expect(await store.find('file:2')).toBeUndefined();
    });

    it('tells many who ask at once each of the key they asked for, also of one that is not there', async () => {
      const store = await create();
      for (const byte of [1, 2, 3]) await store.add(key(`file:${byte}`, byte));
      const ids = ['file:3', 'file:1', 'file:9', 'file:2', 'file:1'] as const;
      const found = await Promise.all(ids.map((id) => store.find(id)));
      expect(found).toEqual([key('file:3', 3), key('file:1', 1), undefined, key('file:2', 2), key('file:1', 1)]);
    });

    it('keeps the first of several keys of one id, and tells everybody that one, also when they come at once', async () => {
      const store = await create();
      const added = await Promise.all([1, 2, 3, 4, 5].map((byte) => store.add(key('case:1', byte))));
      const kept = await store.find('case:1');
      expect(kept).toBeDefined();
      for (const one of added) expect(one).toEqual(kept);
    });

    it('gives all keys in the order of their ids', async () => {
      const store = await create();
      for (const id of ['organisation', 'file:2', 'index', 'case:1', 'file:1'] as const) await store.add(key(id, 1));
      const ids = (await store.all()).map(({ id }) => id);
      expect(ids).toEqual(['case:1', 'file:1', 'file:2', 'index', 'organisation']);
    });

    it('replaces keys that are there, and never brings back one that was removed', async () => {
      const store = await create();
      for (const id of ['file:1', 'file:2', 'file:3'] as const) await store.add(key(id, 1));
      await store.remove(['file:2', 'file:9']);
      await store.replace(
        ['file:1', 'file:2'].map((id) => key(id === 'file:1' ? 'file:1' : 'file:2', 7, 'b'.repeat(16))),
      );
      expect(await store.all()).toEqual([key('file:1', 7, 'b'.repeat(16)), key('file:3', 1)]);
    });

    it('takes thousands at once, and replaces those that are there among them', async () => {
      const store = await create();
      const anew = Array.from({ length: 2500 }, (_, index) => key(`file:${index}`, index % 251, 'b'.repeat(16)));
      const there = [0, 1, 998, 999, 1000, 1001, 1999, 2000, 2499];
      for (const index of there) await store.add(key(`file:${index}`, 1));
      await store.replace(anew);
      const all = await store.all();
      expect(all).toHaveLength(there.length);
      for (const one of all) expect(anew).toContainEqual(one);
    });

    it('makes room for a new key once one was removed', async () => {
      const store = await create();
      await store.add(key('file:1', 1));
      await store.remove(['file:1']);
      expect(await store.add(key('file:1', 2))).toEqual(key('file:1', 2));
      await store.remove([]);
      await store.replace([]);
    });
  });
}

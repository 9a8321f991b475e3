import { describe, expect, it } from 'vitest';
import type { BlobStore } from '#ports/blob-store.ts';

/** What every blob store must do; called by the test of each adapter. Each call of `create` gives an empty store. */
export function blobStoreContract(name: string, create: () => Promise<BlobStore>): void {
  const hash = (letter: string): string => letter.repeat(64);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  describe(`${name} as a blob store`, () => {
    it('gives back what was put under a name, and says what is not there', async () => {
      const store = await create();
      const content = Uint8Array.from({ length: 256 }, (_, index) => index);
      await store.put(`originals/${hash('a')}`, content);
      expect([...((await store.find(`originals/${hash('a')}`)) ?? [])]).toEqual([...content]);
      expect(await store.has(`originals/${hash('a')}`)).toBe(true);
      expect(await store.find(`originals/${hash('b')}`)).toBeUndefined();
      expect(await store.has(`originals/${hash('b')}`)).toBe(false);
      expect(await store.find('nowhere')).toBeUndefined();
    });

    it('takes short names and long ones, deep and shallow, and tells them apart', async () => {
      const store = await create();
      const names = ['a', 'case.1/b-2_c', `pages/${hash('d')}/0001`, `pages/${hash('d')}/${hash('d')}`, hash('d')];
      for (const one of names) await store.put(one, bytes(one));
      for (const one of names) expect(textOf(await store.find(one))).toBe(one);
      expect(await store.has('pages')).toBe(false);
      expect(await store.find('pages')).toBeUndefined();
    });

    it('keeps an empty blob, and one of several parts of an upload', async () => {
      const store = await create();
      await store.put('empty', new Uint8Array());
      expect(await store.find('empty')).toHaveLength(0);
      const large = Buffer.alloc(20_000_000, 'Liasse');
      await store.put('large', large);
      const found = await store.find('large');
      expect(found !== undefined && large.equals(found)).toBe(true);
    });

    it('takes the same again without complaint, and keeps the last of two contents', async () => {
      const store = await create();
      await store.put('twice', bytes('same'));
      await store.put('twice', bytes('same'));
      expect(textOf(await store.find('twice'))).toBe('same');
      await store.put('twice', bytes('else'));
      expect(textOf(await store.find('twice'))).toBe('else');
    });

    it('keeps a memo like any blob, and takes it for good when it is put so', async () => {
      const store = await create();
      await store.putMemo('memo', bytes('same'));
      expect(textOf(await store.find('memo'))).toBe('same');
      await store.put('memo', bytes('same'));
      await store.putMemo('memo', bytes('else'));
      expect(textOf(await store.find('memo'))).toBe('else');
    });

    it('survives many puts of one name at once: one of them whole', async () => {
      const store = await create();
      const contents = Array.from({ length: 12 }, (_, index) => Buffer.alloc(50_000, String(index % 10)));
      await Promise.all(contents.map((content) => store.put(`race/${hash('e')}`, content)));
      const found = Buffer.from((await store.find(`race/${hash('e')}`)) ?? []);
      expect(contents.some((content) => content.equals(found))).toBe(true);
    });

    it('removes a blob, and does not mind one that is not there', async () => {
      const store = await create();
      await store.put(`originals/${hash('a')}`, bytes('x'));
      await store.remove(`originals/${hash('a')}`);
      await store.remove(`originals/${hash('a')}`);
      await store.remove('never/was');
      expect(await store.has(`originals/${hash('a')}`)).toBe(false);
    });

    it('lists whatever begins with a prefix, with sizes, also in the middle of a part', async () => {
      const store = await create();
      await store.put(`originals/${hash('a')}`, bytes('four'));
      await store.put(`originals/${hash('b')}`, bytes('seventy'));
      await store.put(`pages/${hash('a')}/1`, bytes('1'));
      const list = async (prefix: string) => (await Array.fromAsync(store.list(prefix))).sort(byName);
      expect(await list('originals/')).toEqual([
        { name: `originals/${hash('a')}`, sizeBytes: 4 },
        { name: `originals/${hash('b')}`, sizeBytes: 7 },
      ]);
      expect((await list('')).map(({ name: one }) => one)).toHaveLength(3);
      expect((await list('originals/bb')).map(({ name: one }) => one)).toEqual([`originals/${hash('b')}`]);
      expect(await list(`pages/${hash('a')}/`)).toEqual([{ name: `pages/${hash('a')}/1`, sizeBytes: 1 }]);
      expect(await list('originals/c')).toEqual([]);
      expect(await list('nowhere/')).toEqual([]);
    });

    it('refuses names that lead elsewhere', async () => {
      const store = await create();
      for (const one of [
        '',
        '/etc/passwd',
        '../out',
        'a/../../out',
        'a//b',
        'a/',
        '.',
        'a/.',
        'A',
        'é',
        'a\\b',
        'a\0b',
      ]) {
        await expect(store.put(one, bytes('x')), one).rejects.toThrow();
        await expect(store.find(one), one).rejects.toThrow();
        await expect(store.has(one), one).rejects.toThrow();
        await expect(store.remove(one), one).rejects.toThrow();
      }
      await expect(Array.fromAsync(store.list('../')), 'list').rejects.toThrow();
      expect(await Array.fromAsync(store.list(''))).toEqual([]);
    });
  });
}

function textOf(content: Uint8Array | undefined): string | undefined {
  return content === undefined ? undefined : new TextDecoder().decode(content);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

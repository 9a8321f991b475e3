import { describe, expect, it } from 'vitest';
import { createMasterKey, type MasterKey } from '#adapters/vault/create-master-key.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import type { KeyStore, WrappedKey } from '#ports/vault.ts';
import { createMemoryKeyStore } from '../../support/memory-key-store.ts';
import { aMasterKey, createMemoryMasterKeys } from '../../support/memory-master-keys.ts';

const text = (content: Uint8Array): string => Buffer.from(content).toString();
const failing = (code: string): unknown => expect.objectContaining({ code });

/** What rotation does: every key under another master key, at once. */
async function rewrap(keys: KeyStore, from: MasterKey, to: MasterKey): Promise<void> {
  await keys.replace((await keys.all()).map((key) => to.wrap(key.id, from.unwrap(key))));
}

describe('the vault', () => {
  it('opens later, and in another process, what it sealed', async () => {
    const keys = createMemoryKeyStore();
    const master = aMasterKey();
    const one = createVault({ keys, master: createMemoryMasterKeys(master) });
    const sealed = (await one.sealer('file:1')).seal(Buffer.from('x'));
    const other = createVault({ keys, master: createMemoryMasterKeys(master) });
    expect(text((await other.sealer('file:1')).open(sealed))).toBe('x');
    expect(text((await one.sealer('file:1')).open(sealed))).toBe('x');
  });

  it('gives every id a key of its own, wrapped by the master key and bound to the id', async () => {
    const keys = createMemoryKeyStore();
    const master = aMasterKey();
    const vault = createVault({ keys, master: createMemoryMasterKeys(master) });
    const sealed = (await vault.sealer('file:1')).seal(Buffer.from('x'));
    const second = await vault.sealer('file:2');
    expect(() => second.open(sealed)).toThrow(failing('sealed-damaged'));
    const all = await keys.all();
    expect(all.map(({ id }) => id)).toEqual(['file:1', 'file:2', 'index']);
    expect(new Set(all.map((key) => Buffer.from(master.unwrap(key)).toString('hex'))).size).toBe(3);
    // Whoever can write to the database can't put one key in the place of another.
    const moved = all.map((key) => (key.id === 'file:1' ? { ...key, wrapped: all[1]?.wrapped ?? key.wrapped } : key));
    await keys.replace(moved);
    const later = createVault({ keys, master: createMemoryMasterKeys(master) });
    await expect(later.sealer('file:1')).rejects.toEqual(failing('sealed-damaged'));
  });

  it('settles on one key when many need it first at once', async () => {
    const keys = createMemoryKeyStore();
    const masters = createMemoryMasterKeys(aMasterKey());
    const vaults = [createVault({ keys, master: masters }), createVault({ keys, master: masters })];
    const sealers = await Promise.all([...vaults, ...vaults, ...vaults].map((vault) => vault.sealer('case:1')));
    for (const one of sealers)
      for (const other of sealers) expect(text(other.open(one.seal(Buffer.from('x'))))).toBe('x');
  });

  it('forgets: what was sealed opens never again, and a later use has a new key', async () => {
    const keys = createMemoryKeyStore();
    const vault = createVault({ keys, master: createMemoryMasterKeys(aMasterKey()) });
    const sealed = (await vault.sealer('file:1')).seal(Buffer.from('x'));
    const kept = (await vault.sealer('file:2')).seal(Buffer.from('kept'));
    await vault.forget(['file:1']);
    expect(await keys.find('file:1')).toBeUndefined();
    const renewed = await vault.sealer('file:1');
    expect(() => renewed.open(sealed)).toThrow(failing('sealed-damaged'));
    expect(text(renewed.open(renewed.seal(Buffer.from('y'))))).toBe('y');
    expect(text((await vault.sealer('file:2')).open(kept))).toBe('kept');
  });

  it('looks a key up once for all who need it at once, and for none of them once it is forgotten', async () => {
    const inner = createMemoryKeyStore();
    const looks: (() => void)[] = [];
    let isSlow = false;
    const keys: KeyStore = {
      ...inner,
      find: async (id) => {
        const found = await inner.find(id);
        if (isSlow && id === 'file:1') await new Promise<void>((resolve) => looks.push(resolve));
        return found;
      },
    };
    const masters = createMemoryMasterKeys(aMasterKey());
    await createVault({ keys: inner, master: masters }).sealer('file:1');
    const vault = createVault({ keys, master: masters });
    isSlow = true;
    const all = [vault.sealer('file:1'), vault.sealer('file:1'), vault.sealer('file:1')];
    await new Promise((resolve) => setImmediate(resolve));
    expect(looks).toHaveLength(1);
    // Forgotten while it is looked up: what is sealed afterwards is sealed under a key that is kept.
    await vault.forget(['file:1']);
    isSlow = false;
    looks[0]?.();
    await Promise.all(all);
    const sealed = (await vault.sealer('file:1')).seal(Buffer.from('x'));
    const later = createVault({ keys: inner, master: masters });
    expect(text((await later.sealer('file:1')).open(sealed))).toBe('x');
  });

  it('hashes words the same in every process of one installation, and otherwise in another', async () => {
    const keys = createMemoryKeyStore();
    const masters = createMemoryMasterKeys(aMasterKey());
    const blind = await createVault({ keys, master: masters }).blind();
    expect(blind('plainte')).toMatch(/^[0-9a-f]{16}$/);
    expect(blind('plaintes')).not.toBe(blind('plainte'));
    expect((await createVault({ keys, master: masters }).blind())('plainte')).toBe(blind('plainte'));
    const elsewhere = createVault({ keys: createMemoryKeyStore(), master: masters });
    expect((await elsewhere.blind())('plainte')).not.toBe(blind('plainte'));
  });
});

describe('the vault and its master key', () => {
  it('makes a master key at the first use of all', async () => {
    const masters = createMemoryMasterKeys();
    const vault = createVault({ keys: createMemoryKeyStore(), master: masters });
    expect(masters.atHand).toHaveLength(0);
    await vault.sealer('organisation');
    await vault.sealer('file:1');
    expect(masters.atHand).toHaveLength(1);
  });

  it('makes none where something is kept already: a missing key must not be papered over', async () => {
    const keys = createMemoryKeyStore();
    await createVault({ keys, master: createMemoryMasterKeys(aMasterKey()) }).sealer('file:1');
    const masters = createMemoryMasterKeys();
    const vault = createVault({ keys, master: masters });
    for (const asking of [vault.sealer('file:1'), vault.sealer('file:2'), vault.blind()])
      await expect(asking).rejects.toEqual(failing('master-key-missing'));
    expect(masters.atHand).toHaveLength(0);
  });

  it('keeps nothing under a master key that is not the one of these data', async () => {
    const keys = createMemoryKeyStore();
    await createVault({ keys, master: createMemoryMasterKeys(aMasterKey()) }).sealer('file:1');
    const vault = createVault({ keys, master: createMemoryMasterKeys(aMasterKey()) });
    for (const asking of [vault.sealer('file:1'), vault.sealer('file:2'), vault.blind()])
      await expect(asking).rejects.toEqual(failing('master-key-wrong'));
    expect((await keys.all()).map(({ id }) => id)).toEqual(['file:1', 'index']);
  });

  it('goes on through a change of master key, new keys following the one in force', async () => {
    const keys = createMemoryKeyStore();
    const [old, next] = [aMasterKey(), aMasterKey()];
    const masters = createMemoryMasterKeys(old, next);
    const vault = createVault({ keys, master: masters });
    const sealed = (await vault.sealer('file:1')).seal(Buffer.from('x'));
    await rewrap(keys, old, next);
    await vault.sealer('file:2');
    expect((await keys.all()).map(({ master }) => master)).toEqual(Array(3).fill(next.fingerprint));
    const later = createVault({ keys, master: createMemoryMasterKeys(next) });
    expect(text((await later.sealer('file:1')).open(sealed))).toBe('x');
  });

  it('leaves no key behind under the old master key when the change takes place while the key is being added', async () => {
    const [old, next] = [aMasterKey(), aMasterKey()];
    const inner = createMemoryKeyStore();
    let isRotating = false;
    const keys: KeyStore = {
      ...inner,
      add: async (key: WrappedKey) => {
        if (isRotating) await rewrap(inner, old, next);
        return inner.add(key);
      },
    };
    const vault = createVault({ keys, master: createMemoryMasterKeys(old, next) });
    await vault.sealer('file:1');
    isRotating = true;
    const sealed = (await vault.sealer('file:2')).seal(Buffer.from('x'));
    expect((await inner.all()).map(({ master }) => master)).toEqual(Array(3).fill(next.fingerprint));
    const later = createVault({ keys: inner, master: createMemoryMasterKeys(next) });
    expect(text((await later.sealer('file:2')).open(sealed))).toBe('x');
  });
});

describe('a master key', () => {
  const master = createMasterKey(Buffer.alloc(32, 'm'));

  it('has a fingerprint of its own, the same on every machine', () => {
    expect(master.fingerprint).toBe('ec1c0dba097bae61');
    expect(createMasterKey(Buffer.alloc(32, 'n')).fingerprint).not.toBe(master.fingerprint);
  });

  it('notices any change to a wrapped key', () => {
    const wrapped = master.wrap('file:1', Buffer.alloc(32, 'k'));
    expect(Buffer.alloc(32, 'k').equals(master.unwrap(wrapped))).toBe(true);
    for (let at = 0; at < wrapped.wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped.wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => master.unwrap({ ...wrapped, wrapped: changed }), String(at)).toThrow(failing('sealed-damaged'));
    }
    for (const size of [0, 1, 60, 62])
      expect(() => master.unwrap({ ...wrapped, wrapped: Buffer.alloc(size, 1) })).toThrow(failing('sealed-damaged'));
    expect(() => master.unwrap({ ...wrapped, id: 'file:2' })).toThrow(failing('sealed-damaged'));
    expect(() => aMasterKey().unwrap(wrapped)).toThrow(failing('master-key-wrong'));
  });
});

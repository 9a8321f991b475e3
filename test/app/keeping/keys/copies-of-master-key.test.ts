import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import type { KeyPlaces } from '#adapters/master-key/held-keys.ts';
import { masterKeyText } from '#adapters/master-key/parse-master-key.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import { backUpMasterKey } from '#app/keeping/keys/back-up-master-key.ts';
import { checkMasterKey } from '#app/keeping/keys/check-master-key.ts';
import { readMasterKeyStatus } from '#app/keeping/keys/master-key-status.ts';
import { rotateMasterKey } from '#app/keeping/keys/rotate-master-key.ts';
import type { KeyStore } from '#ports/vault.ts';
import { aHome } from '../../../support/liasse-home.ts';
import { createMemoryKeyStore } from '../../../support/memory-key-store.ts';

const now = new Date('2026-11-26T10:00:00Z');
const failing = (code: string): unknown => expect.objectContaining({ code });
const untold = (): never => {
  throw new Error('no key should be made');
};

/** An installation that keeps something, and a folder outside of it. */
async function anInstallation(): Promise<{ keys: KeyStore; places: KeyPlaces; outside: string }> {
  const places = { home: await aHome() };
  const keys = createMemoryKeyStore();
  await createVault({ keys, master: createMasterKeyFiles(places, () => undefined) }).sealer('file:1');
  const outside = join(dirname(places.home), 'usb');
  await mkdir(outside);
  return { keys, places, outside };
}

describe('a copy of the master key', () => {
  it('is written for its owner only, read back, and remembered', async () => {
    const { outside, ...about } = await anInstallation();
    const to = join(outside, 'copy.key');
    const done = await backUpMasterKey({ ...about, to, now, onMasterKeyMade: untold });
    expect(done.path).toBe(to);
    expect((await stat(to)).mode & 0o777).toBe(0o400);
    expect(await readFile(to, 'utf8')).toBe(await readFile(join(about.places.home, 'master.key'), 'utf8'));
    expect(await readMasterKeyStatus(about.keys, about.places)).toMatchObject({
      needed: done.fingerprint,
      copies: [{ path: to, at: now.toISOString(), isBesideData: false, isOnSameDisk: true }],
    });
  });

  it('gets a name of its own in a folder', async () => {
    const { outside, ...about } = await anInstallation();
    const { path, fingerprint } = await backUpMasterKey({ ...about, to: outside, now, onMasterKeyMade: untold });
    expect(path).toBe(join(outside, `liasse-master-${fingerprint}.key`));
  });

  it('never takes the place of a file, whatever is in it', async () => {
    const { outside, ...about } = await anInstallation();
    const to = join(outside, 'thesis.txt');
    await writeFile(to, 'years of work');
    const copying = backUpMasterKey({ ...about, to, now, onMasterKeyMade: untold });
    await expect(copying).rejects.toEqual(failing('key-file-exists'));
    expect(await readFile(to, 'utf8')).toBe('years of work');
    expect((await readMasterKeyStatus(about.keys, about.places)).copies).toEqual([]);
  });

  it('that could not be written is not believed in', async () => {
    const { outside, ...about } = await anInstallation();
    const to = join(outside, 'no', 'such', 'folder.key');
    const copying = backUpMasterKey({ ...about, to, now, onMasterKeyMade: untold });
    await expect(copying).rejects.toEqual(failing('copy-not-written'));
    expect((await readMasterKeyStatus(about.keys, about.places)).copies).toEqual([]);
  });

  it('can be made before anything is kept: the key is made for it, and the person told', async () => {
    const places = { home: await aHome() };
    const told: unknown[] = [];
    const to = join(dirname(places.home), 'copy.key');
    const keys = createMemoryKeyStore();
    const { fingerprint } = await backUpMasterKey({
      keys,
      places,
      to,
      now,
      onMasterKeyMade: (made) => told.push(made),
    });
    expect(told).toHaveLength(1);
    await createVault({ keys, master: createMasterKeyFiles(places, untold) }).sealer('file:1');
    expect((await keys.find('index'))?.master).toBe(fingerprint);
  });

  it('is of the key in force, also while a change is under way, and counts no more after it', async () => {
    const { outside, ...about } = await anInstallation();
    await backUpMasterKey({ ...about, to: join(outside, 'old.key'), now, onMasterKeyMade: untold });
    const steps = rotateMasterKey({ ...about, now });
    await steps.next();
    await steps.next();
    await steps.return(undefined);
    expect((await readMasterKeyStatus(about.keys, about.places)).copies).toEqual([]);
    const to = join(outside, 'new.key');
    const { fingerprint } = await backUpMasterKey({ ...about, to, now, onMasterKeyMade: untold });
    expect(fingerprint).toBe((await about.keys.find('index'))?.master);
    await Array.fromAsync(rotateMasterKey({ ...about, now }));
    expect((await readMasterKeyStatus(about.keys, about.places)).copies).toMatchObject([{ path: to }]);
  });

  it('is not made of a key that opens nothing', async () => {
    const { outside, ...about } = await anInstallation();
    await rm(join(about.places.home, 'master.key'));
    const copying = () => backUpMasterKey({ ...about, to: outside, now, onMasterKeyMade: untold });
    await expect(copying()).rejects.toEqual(failing('master-key-missing'));
    await writeFile(join(about.places.home, 'master.key'), masterKeyText(Buffer.alloc(32, 'w')));
    await expect(copying()).rejects.toEqual(failing('master-key-wrong'));
    expect(await readdir(outside)).toEqual([]);
  });
});

describe('checking a key file', () => {
  it('tells the right one, also when the key itself is gone, and remembers it as a copy', async () => {
    const { outside, ...about } = await anInstallation();
    const file = join(outside, 'by-hand.key');
    await writeFile(file, await readFile(join(about.places.home, 'master.key')));
    await rm(join(about.places.home, 'master.key'));
    const needed = (await about.keys.find('index'))?.master;
    expect(await checkMasterKey({ ...about, file, now })).toEqual({ answer: 'right', fingerprint: needed, needed });
    expect((await readMasterKeyStatus(about.keys, about.places)).copies).toMatchObject([{ path: file }]);
  });

  it('does not take the key itself for a copy of it', async () => {
    const { keys, places } = await anInstallation();
    const file = join(places.home, 'master.key');
    expect(await checkMasterKey({ keys, places, file, now })).toMatchObject({ answer: 'right' });
    expect((await readMasterKeyStatus(keys, places)).copies).toEqual([]);
  });

  it('tells another one, an old one, and what is none at all', async () => {
    const { outside, ...about } = await anInstallation();
    const file = join(outside, 'some.key');
    await writeFile(file, masterKeyText(Buffer.alloc(32, 'w')));
    expect(await checkMasterKey({ ...about, file, now })).toMatchObject({ answer: 'wrong' });
    const [, one] = await about.keys.all();
    const old = join(outside, 'old.key');
    await writeFile(old, await readFile(join(about.places.home, 'master.key')));
    await Array.fromAsync(rotateMasterKey({ ...about, now }));
    expect(await checkMasterKey({ ...about, file: old, now })).toMatchObject({ answer: 'wrong' });
    if (one !== undefined) await about.keys.replace([one]);
    expect(await readMasterKeyStatus(about.keys, about.places)).toMatchObject({ needed: one?.master });
    await writeFile(join(outside, 'empty'), '');
    const checking = (name: string) => checkMasterKey({ ...about, file: join(outside, name), now });
    await expect(checking('empty')).rejects.toEqual(failing('master-key-malformed'));
    await expect(checking('nowhere')).rejects.toEqual(failing('no-such-file'));
  });

  it('says that nothing is kept where nothing is', async () => {
    const places = { home: await aHome() };
    const file = join(dirname(places.home), 'some.key');
    await writeFile(file, masterKeyText(Buffer.alloc(32, 'w')));
    const check = await checkMasterKey({ keys: createMemoryKeyStore(), places, file, now });
    expect(check).toMatchObject({ answer: 'unused', needed: null });
  });
});

describe('the state of the master key', () => {
  it('is nothing at all before anything is kept, and looking makes nothing', async () => {
    const places = { home: await aHome() };
    const status = await readMasterKeyStatus(createMemoryKeyStore(), places);
    expect(status).toMatchObject({ source: null, fingerprint: null, needed: null, keyCount: 0, copies: [] });
    await expect(stat(places.home)).rejects.toThrow();
  });

  it('names what is needed when the key is gone, whom else may read it, and old keys that are needed no more', async () => {
    const { keys, places } = await anInstallation();
    const old = (await keys.find('index'))?.master;
    await Array.fromAsync(rotateMasterKey({ keys, places, now }));
    await chmod(join(places.home, 'master.key'), 0o644);
    expect(await readMasterKeyStatus(keys, places)).toMatchObject({
      keyCount: 2,
      isReadableByOthers: true,
      isBesideData: true,
      oldKeyFiles: [join(places.home, `master.key.${old}.old`)],
    });
    await rm(join(places.home, 'master.key'));
    const needed = (await keys.find('index'))?.master;
    expect(await readMasterKeyStatus(keys, places)).toMatchObject({ source: null, needed, neededFoundAt: null });
  });
});

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMasterKeyFiles } from '#adapters/master-key/create-master-key-files.ts';
import type { KeyPlaces } from '#adapters/master-key/held-keys.ts';
import { masterKeyText } from '#adapters/master-key/parse-master-key.ts';
import { createMasterKey } from '#adapters/vault/create-master-key.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import { readMasterKeyStatus } from '#app/keeping/keys/master-key-status.ts';
import { type RotationStep, rotateMasterKey } from '#app/keeping/keys/rotate-master-key.ts';
import type { KeyStore } from '#ports/vault.ts';
import { aHome } from '../../../support/liasse-home.ts';
import { createMemoryKeyStore } from '../../../support/memory-key-store.ts';

const now = new Date('2026-11-26T10:00:00Z');
const failing = (code: string): unknown => expect.objectContaining({ code });
const secret = (letter: string): Uint8Array => Buffer.alloc(32, letter);
const fingerprint = (letter: string): string => createMasterKey(secret(letter)).fingerprint;

interface Installation {
  readonly keys: KeyStore;
  readonly places: KeyPlaces;
  /** Whether all that was kept can be opened by a process that starts now, and something new be kept. */
  isWhole(): Promise<boolean>;
}

let added = 0;

async function anInstallation(given: Partial<KeyPlaces> = {}): Promise<Installation> {
  const keys = createMemoryKeyStore();
  const places = { home: await aHome(), ...given };
  const sealed: Uint8Array[] = [];
  const open = () => createVault({ keys, master: createMasterKeyFiles(places, () => undefined) });
  for (const id of [1, 2, 3]) sealed.push((await open().sealer(`file:${id}`)).seal(Buffer.from(`content ${id}`)));
  return {
    keys,
    places,
    isWhole: async () => {
      const vault = open();
      for (const [index, content] of sealed.entries())
        if (Buffer.from((await vault.sealer(`file:${index + 1}`)).open(content)).toString() !== `content ${index + 1}`)
          return false;
      added += 1;
      const sealer = await vault.sealer(`case:${added}`);
      return Buffer.from(sealer.open(sealer.seal(Buffer.from('new')))).toString() === 'new';
    },
  };
}

async function rotate({ keys, places }: Installation, newKeyFile?: string): Promise<RotationStep[]> {
  return Array.fromAsync(rotateMasterKey({ keys, places, newKeyFile, now }));
}

async function mastersOf({ keys }: Installation): Promise<Set<string>> {
  return new Set((await keys.all()).map(({ master }) => master));
}

describe('a change of the master key in the home', () => {
  it('wraps every key by a new one, touches no content, and keeps the old key under a name of its own', async () => {
    const one = await anInstallation();
    const [old] = await mastersOf(one);
    const steps = await rotate(one);
    const [current, ...others] = await mastersOf(one);
    expect(others).toEqual([]);
    expect(current).not.toBe(old);
    expect(steps.map(({ step }) => step)).toEqual(['new-key-there', 'wrapped', 'done']);
    expect(steps[1]).toMatchObject({ count: 4 });
    expect(steps[2]).toMatchObject({ oldKey: join(one.places.home, `master.key.${old}.old`), toConfigure: null });
    const files = (await readdir(one.places.home)).filter((name) => !name.endsWith('.lock'));
    expect(files.sort()).toEqual([`master.key`, `master.key.${old}.old`]);
    expect(await one.isWhole()).toBe(true);
    // The old one is not needed any more.
    await rm(join(one.places.home, `master.key.${old}.old`));
    expect(await one.isWhole()).toBe(true);
    expect(await mastersOf(one)).toEqual(new Set([current]));
  });

  it('can be done again and again', async () => {
    const one = await anInstallation();
    for (let time = 0; time < 3; time += 1) {
      await rotate(one);
      expect(await one.isWhole()).toBe(true);
    }
    expect((await mastersOf(one)).size).toBe(1);
  });

  it('leaves the data open to a process that starts after a crash behind any step, and is finished by the same command', async () => {
    for (const lastStep of [0, 1]) {
      const one = await anInstallation();
      const steps = rotateMasterKey({ keys: one.keys, places: one.places, now });
      for (let step = 0; step <= lastStep; step += 1) await steps.next();
      // Nothing that comes after this step happens, as after a kill; the lock goes with the process.
      await steps.return(undefined);
      expect(await one.isWhole(), `after step ${lastStep}`).toBe(true);
      expect(await readMasterKeyStatus(one.keys, one.places)).toMatchObject({ isChangeUnfinished: true });
      await expect(rotate(one, join(one.places.home, 'other.key'))).rejects.toEqual(failing('key-change-unfinished'));
      const next = (await readdir(one.places.home)).find((name) => name.endsWith('.new'));
      await rotate(one);
      expect(await mastersOf(one)).toEqual(new Set([next?.split('.')[2]]));
      expect(await one.isWhole()).toBe(true);
      expect(await readMasterKeyStatus(one.keys, one.places)).toMatchObject({ isChangeUnfinished: false, others: [] });
    }
  });

  it('leaves the data open after a crash between the two renames of its last step', async () => {
    const one = await anInstallation();
    const { home } = one.places;
    const [old] = await mastersOf(one);
    const steps = rotateMasterKey({ keys: one.keys, places: one.places, now });
    await steps.next();
    await steps.next();
    await steps.return(undefined);
    await copyFile(join(home, 'master.key'), join(home, `master.key.${old}.old`));
    expect(await one.isWhole()).toBe(true);
    await rotate(one);
    expect(await one.isWhole()).toBe(true);
    expect((await readdir(home)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('changes nothing when the database fails in the middle', async () => {
    const one = await anInstallation();
    const before = await one.keys.all();
    const failingKeys = { ...one.keys, replace: () => Promise.reject(new Error('gone')) };
    await expect(rotate({ ...one, keys: failingKeys })).rejects.toThrow('gone');
    expect(await one.keys.all()).toEqual(before);
    expect(await one.isWhole()).toBe(true);
    await rotate(one);
    expect(await one.isWhole()).toBe(true);
  });

  it('goes on while others keep new files, and leaves none of their keys behind', async () => {
    const one = await anInstallation();
    const vault = createVault({ keys: one.keys, master: createMasterKeyFiles(one.places, () => undefined) });
    await vault.sealer('case:before');
    let during = 0;
    const busyKeys: KeyStore = {
      ...one.keys,
      replace: async (keys) => {
        during += 1;
        if (during < 3) await vault.sealer(`case:during-${during}`);
        await one.keys.replace(keys);
        await vault.sealer(`case:after-${during}`);
      },
    };
    await rotate({ ...one, keys: busyKeys });
    expect((await mastersOf(one)).size).toBe(1);
    expect(await one.isWhole()).toBe(true);
  });

  it('is not begun twice at once', async () => {
    const one = await anInstallation();
    const first = rotateMasterKey({ keys: one.keys, places: one.places, now });
    await first.next();
    await expect(rotate(one)).rejects.toEqual(failing('keys-being-changed'));
    await Array.fromAsync(first);
    await rotate(one);
    expect(await one.isWhole()).toBe(true);
  });

  it('takes a key that is given, or makes it in the file, which then counts as a copy', async () => {
    for (const isThere of [true, false]) {
      const one = await anInstallation();
      const file = join(dirname(one.places.home), 'given.key');
      if (isThere) await writeFile(file, masterKeyText(secret('g')));
      await rotate(one, file);
      if (isThere) expect(await mastersOf(one)).toEqual(new Set([fingerprint('g')]));
      expect(await readFile(join(one.places.home, 'master.key'), 'utf8')).toBe(await readFile(file, 'utf8'));
      expect((await readMasterKeyStatus(one.keys, one.places)).copies).toMatchObject([{ path: file }]);
      expect(await one.isWhole()).toBe(true);
      await expect(rotate(one, file)).rejects.toEqual(failing('same-master-key'));
    }
  });

  it('is refused where nothing is kept, and before anything is changed where the key in force is missing', async () => {
    const home = await aHome();
    const keys = createMemoryKeyStore();
    await expect(rotate({ keys, places: { home }, isWhole: async () => true })).rejects.toEqual(
      failing('nothing-kept'),
    );
    const one = await anInstallation();
    const before = await one.keys.all();
    await rm(join(one.places.home, 'master.key'));
    await expect(rotate(one)).rejects.toEqual(failing('master-key-missing'));
    await writeFile(join(one.places.home, 'master.key'), masterKeyText(secret('w')));
    await expect(rotate(one)).rejects.toEqual(failing('master-key-wrong'));
    expect(await one.keys.all()).toEqual(before);
    expect((await readdir(one.places.home)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('brings data that were taken back from before an earlier change under the key in use now', async () => {
    const one = await anInstallation();
    const backup = await one.keys.all();
    await rotate(one);
    const [current] = await mastersOf(one);
    await one.keys.replace(backup);
    expect(await one.isWhole()).toBe(true);
    await rotate(one);
    expect(await mastersOf(one)).toEqual(new Set([current]));
  });
});

describe('a change of a master key that the environment gives', () => {
  const base64 = (letter: string): string => Buffer.from(secret(letter)).toString('base64');

  it('wraps all keys by the one that is set up, with the one before at hand', async () => {
    const before = await anInstallation({ text: base64('a') });
    const previousFile = join(dirname(before.places.home), 'previous.key');
    await writeFile(previousFile, masterKeyText(secret('a')));
    const places = { home: before.places.home, text: base64('b'), previousFile };
    const steps = await rotate({ ...before, places });
    expect(steps.at(-1)).toEqual({ step: 'done', oldKey: null, toConfigure: null });
    expect(await mastersOf(before)).toEqual(new Set([fingerprint('b')]));
  });

  it('needs to be given a new one, and then says what is to be set up', async () => {
    const one = await anInstallation({ text: base64('a') });
    await expect(rotate(one)).rejects.toEqual(failing('new-key-needed'));
    const file = join(dirname(one.places.home), 'next.key');
    const steps = await rotate(one, file);
    expect(steps.at(-1)).toEqual({ step: 'done', oldKey: null, toConfigure: file });
    await expect(one.isWhole()).rejects.toEqual(failing('master-key-wrong'));
    const master = createMasterKeyFiles({ home: one.places.home, file }, () => undefined);
    await createVault({ keys: one.keys, master }).sealer('file:1');
  });

  it('does not leave the home without its key when both are there', async () => {
    const home = await aHome();
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'master.key'), masterKeyText(secret('h')));
    const atHome = await anInstallation({ home });
    const places = { home, text: base64('b') };
    await rotate({ ...atHome, places });
    expect(await mastersOf(atHome)).toEqual(new Set([fingerprint('b')]));
    expect(await readFile(join(home, 'master.key'), 'utf8')).toBe(masterKeyText(secret('h')));
  });
});

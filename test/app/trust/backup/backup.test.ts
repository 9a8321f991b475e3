import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeepingPlaces } from '#app/config.ts';
import { type Keeping, openKeeping } from '#app/keeping/open-keeping.ts';
import { backupAt } from '#app/trust/backup/backup-at.ts';
import { checkBackup } from '#app/trust/backup/check-backup.ts';
import { makeBackup } from '#app/trust/backup/make-backup.ts';
import { backUp, fillWithEverything } from '../../../support/backup-round-trip.ts';
import { keptCase } from '../../../support/kept-case.ts';
import { placesIn } from '../../../support/kept-in.ts';

let folder: string;
let places: KeepingPlaces;
let keeping: Keeping;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-backup-'));
  places = placesIn(join(folder, 'source'));
  keeping = await openKeeping(places);
  await fillWithEverything(keeping);
  file = join(folder, 'all.tar');
  await backUp(keeping, file);
}, 120_000);
afterAll(async () => {
  await keeping.close();
  await rm(folder, { recursive: true, force: true });
});

const check = async (path: string) => checkBackup(await backupAt(path));
const copyOf = async (name: string): Promise<string> => {
  const path = join(folder, name);
  await cp(file, path);
  return path;
};

describe('a backup in a file', () => {
  it('is whole, names the key it needs, and holds neither the key nor a readable word of a paper', async () => {
    const manifest = await check(file);
    expect(manifest.masterKey).toMatch(/^[0-9a-f]{16}$/);
    const bytes = (await readFile(file)).toString('latin1');
    const key = (await readFile(join(places.home, 'master.key'), 'utf8')).trim();
    for (const text of [key, 'hébergement', 'Facture', 'later.txt', 'Préfecture'].map((one) =>
      Buffer.from(one).toString('latin1'),
    ))
      expect(bytes).not.toContain(text);
  });

  it('is told in the audit log, under its id', async () => {
    const { id } = await check(file);
    const rows = await Array.fromAsync(keeping.audit.rows());
    expect(rows.filter(({ action }) => action === 'backup-made').map(({ subject }) => subject)).toContain(id);
  });

  it('leaves nothing beside it, and replaces an earlier one only by a whole one', async () => {
    expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([]);
    const again = await copyOf('again.tar');
    await backUp(keeping, again);
    expect((await check(again)).id).not.toBe((await check(file)).id);
    await expect(backUp(keeping, join(folder, 'source'))).rejects.toMatchObject({ code: 'backup-not-written' });
    await expect(backUp(keeping, '/proc/nowhere/liasse.tar')).rejects.toMatchObject({ code: 'backup-not-written' });
  });

  it('is refused as soon as one byte of it is another, wherever', async () => {
    const { size } = await stat(file);
    const path = await copyOf('flipped.tar');
    const flip = async (at: number): Promise<void> => {
      const opened = await open(path, 'r+');
      const { buffer } = await opened.read(Buffer.alloc(1), 0, 1, at);
      buffer.writeUInt8(buffer.readUInt8() ^ 0x01);
      await opened.write(buffer, 0, 1, at);
      await opened.close();
    };
    const parts = Array.from({ length: 60 }, (_, nth) => Math.floor(((nth + 0.5) * size) / 60));
    const unnoticed: number[] = [];
    for (const at of parts) {
      await flip(at);
      const code = await check(path).then(
        () => 'whole',
        (error: { code?: string }) => error.code,
      );
      // Between the parts of a tar there is padding, which says nothing.
      if (code === 'whole') unnoticed.push((await readFile(path)).readUInt8(at) ^ 0x01);
      else expect(['backup-damaged', 'not-a-backup']).toContain(code);
      await flip(at);
    }
    expect(unnoticed.every((byte) => byte === 0)).toBe(true);
    // Small tables are mostly padding.
    expect(unnoticed.length).toBeLessThan(45);
    await expect(check(path)).resolves.toBeDefined();
  }, 60_000);

  it('is refused when it was cut off, at any point', async () => {
    const { size } = await stat(file);
    const path = await copyOf('cut.tar');
    for (const part of [0.999, 0.9, 0.5, 0.1, 0.001]) {
      await truncate(path, Math.floor(size * part));
      await expect(check(path)).rejects.toThrow(/backup/);
    }
    await truncate(path, 0);
    await expect(check(path)).rejects.toMatchObject({ code: 'not-a-backup' });
  });

  it('is not mistaken for anything else', async () => {
    await writeFile(join(folder, 'photo.jpg'), Buffer.alloc(5_000, 7));
    await expect(check(join(folder, 'photo.jpg'))).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(check(join(folder, 'nowhere.tar'))).rejects.toMatchObject({ code: 'no-such-file' });
    await mkdir(join(folder, 'empty'));
    await expect(check(join(folder, 'empty'))).rejects.toMatchObject({ code: 'not-a-backup' });
  });

  it('counts originals that are not there any more, and is made nevertheless', async () => {
    const [lost] = await keptCase(keeping, 'lost', { 'lost.txt': 'original perdu' });
    const name = `originals/${lost?.sha256?.slice(0, 2)}/${lost?.sha256}`;
    const bytes = await keeping.blobs.find(name);
    await keeping.blobs.remove(name);
    const made = await backUp(keeping, join(folder, 'lost.tar'));
    expect(made.missingOriginals).toEqual([lost?.sha256]);
    await keeping.blobs.put(name, bytes ?? new Uint8Array());
  });
});

describe('a folder of backups', () => {
  const backUpInto = (collection: string) =>
    makeBackup(keeping, { target: { folder: join(folder, collection) }, now: new Date() });

  it('holds whole backups, the bytes they share only once, and each can be deleted', async () => {
    const first = await backUpInto('many');
    await keptCase(keeping, 'between', { 'new.txt': 'entre deux sauvegardes' });
    const second = await backUpInto('many');
    expect(first.blobsWritten).toBe(first.manifest.blobs.count);
    expect(second.blobsWritten).toBe(3);
    const original = (await readdir(join(first.path, 'blobs', 'originals')))[0] ?? '';
    const [name = ''] = await readdir(join(first.path, 'blobs', 'originals', original));
    expect((await stat(join(second.path, 'blobs', 'originals', original, name))).nlink).toBe(2);
    await rm(first.path, { recursive: true });
    expect((await check(join(folder, 'many'))).id).toBe(second.manifest.id);
  }, 60_000);

  it('writes anew what is another than before, and what is damaged there', async () => {
    const first = await backUpInto('changed');
    const [blob] = await Array.fromAsync(keeping.blobs.list('originals/'));
    const bytes = (await keeping.blobs.find(blob?.name ?? '')) ?? new Uint8Array();
    await keeping.blobs.put(blob?.name ?? '', Buffer.concat([bytes, Buffer.from('!')]));
    const second = await backUpInto('changed');
    expect(second.blobsWritten).toBe(1);
    await keeping.blobs.put(blob?.name ?? '', bytes);
    for (const path of [first.path, second.path]) await expect(check(path)).resolves.toBeDefined();
    await rm(join(second.path, 'blobs', blob?.name ?? ''));
    await expect(check(second.path)).rejects.toMatchObject({ code: 'backup-damaged' });
    const third = await backUpInto('changed');
    await expect(check(third.path)).resolves.toBeDefined();
  });

  it('shows no backup that was not finished', async () => {
    const made = await backUpInto('unfinished');
    await mkdir(join(folder, 'unfinished', '.unfinished', 'rows'), { recursive: true });
    await mkdir(join(folder, 'unfinished', 'liasse-2099-01-01T000000Z-aaaaaaaa'));
    expect((await check(join(folder, 'unfinished'))).id).toBe(made.manifest.id);
    await backUpInto('unfinished');
    expect(await readdir(join(folder, 'unfinished'))).not.toContain('.unfinished');
  });
});

describe('while a backup is made', () => {
  it('another one is refused, and so is one when a purge is unfinished', async () => {
    const both = await Promise.allSettled([
      backUp(keeping, join(folder, 'x.tar')),
      backUp(keeping, join(folder, 'y.tar')),
    ]);
    // Of one process, both hold the same lease; what counts is that none is damaged.
    for (const one of both) expect(one.status).toBe('fulfilled');
    await keptCase(keeping, 'to purge', { 'a.txt': 'à effacer' });
    const { id } = (await keeping.cases.find('to purge')) ?? { id: '' };
    await keeping.purges.begin({ caseId: id, fileIds: 'all', reason: 'request', caseKey: 'k', withLearning: false });
    await expect(backUp(keeping, join(folder, 'z.tar'))).rejects.toMatchObject({ code: 'purge-unfinished' });
  });
});

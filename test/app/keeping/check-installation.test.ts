import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolderBlobStore } from '#adapters/blob-folder/create-folder-blob-store.ts';
import { type OpenedDatabase, openDatabase } from '#adapters/sql/open-database.ts';
import { checkInstallation } from '#app/keeping/check-installation.ts';
import type { BlobStore } from '#ports/blob-store.ts';

const SERVER = { database: { url: 'postgres://somewhere' }, redisUrl: undefined };
const HERE = { database: { home: '/somewhere' }, redisUrl: undefined };

describe('an installation', () => {
  let folder: string;
  let opened: OpenedDatabase;
  let folders = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liasse-installation-'));
    opened = await openDatabase({ home: join(folder, 'home') });
  });
  beforeEach(() => opened.db.deleteFrom('meta').execute());
  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true });
  });
  const blobFolder = (): BlobStore => createFolderBlobStore(join(folder, `blobs-${folders++}`));
  const check = (blobs: BlobStore, places: Parameters<typeof checkInstallation>[1]) =>
    checkInstallation({ db: opened.db, blobs }, places);

  it('has one id, made at the first start, for all who share rows and bytes', async () => {
    const blobs = blobFolder();
    const ids = await Promise.all([check(blobs, SERVER), check(blobs, SERVER), check(blobs, HERE)]);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is refused on a folder that is not that of its database', async () => {
    const first = blobFolder();
    const id = await check(first, SERVER);
    await expect(check(blobFolder(), SERVER)).rejects.toMatchObject({ code: 'stores-not-shared' });
    expect(await check(first, SERVER)).toBe(id);
  });

  it('is refused on the folder of another installation', async () => {
    const foreign = blobFolder();
    await check(foreign, SERVER);
    await opened.db.deleteFrom('meta').execute();
    await check(blobFolder(), SERVER);
    await expect(check(foreign, SERVER)).rejects.toMatchObject({ code: 'stores-not-shared' });
  });

  it('is refused with a Redis for all and a database for one', async () => {
    await expect(check(blobFolder(), { ...HERE, redisUrl: 'redis://somewhere' })).rejects.toMatchObject({
      code: 'stores-not-shared',
    });
  });

  it('takes any bucket, which all see alike, and any folder while it is alone', async () => {
    const id = await check(blobFolder(), HERE);
    expect(await check({ ...blobFolder(), isShared: true }, SERVER)).toBe(id);
    expect(await check(blobFolder(), HERE)).toBe(id);
  });

  it('keeps the mark of its folder when the database is made anew', async () => {
    const blobs = blobFolder();
    const id = await check(blobs, SERVER);
    await opened.db.deleteFrom('meta').execute();
    expect(await check(blobs, SERVER)).toBe(id);
  });

  it('is not in force when the mark could not be left', async () => {
    const full: BlobStore = { ...blobFolder(), put: () => Promise.reject(new Error('disk full')) };
    await expect(check(full, SERVER)).rejects.toThrow('disk full');
    const blobs = blobFolder();
    expect(await check(blobs, SERVER)).toBe(await check(blobs, SERVER));
  });
});

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderArtifactStore } from '#adapters/artifact-stores/create-folder-artifact-store.ts';
import { createMemoryArtifactStore } from '#adapters/artifact-stores/create-memory-artifact-store.ts';
import { artifactStoreContract } from './artifact-store.contract.ts';

const folders: string[] = [];
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-store-'));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

artifactStoreContract('the memory store', async () => createMemoryArtifactStore());
artifactStoreContract('the folder store', async () => createFolderArtifactStore(await aFolder()));

describe('the memory store', () => {
  it('lets the oldest record go when it is full', async () => {
    const store = createMemoryArtifactStore(2);
    for (const key of ['1', '2', '3']) await store.save(key, key);
    expect([await store.find('1'), await store.find('2'), await store.find('3')]).toEqual([undefined, '2', '3']);
  });
});

describe('the folder store', () => {
  const key = 'e'.repeat(64);
  const pathIn = (folder: string): string => join(folder, 'ee', `${'e'.repeat(62)}.json.gz`);

  it('counts a truncated or garbled record as absent, so that it is computed again', async () => {
    const folder = await aFolder();
    const store = createFolderArtifactStore(folder);
    await store.save(key, { text: 'x'.repeat(1000) });
    const whole = await readFile(pathIn(folder));
    for (const damaged of [whole.subarray(0, whole.length - 5), Buffer.from('not gzip'), Buffer.alloc(0)]) {
      await writeFile(pathIn(folder), damaged);
      expect(await store.find(key)).toBeUndefined();
    }
  });

  it('leaves no draft behind and lets nobody else read', async () => {
    const folder = await aFolder();
    await createFolderArtifactStore(folder).save(key, 1);
    expect(await readdir(join(folder, 'ee'))).toHaveLength(1);
    expect((await stat(pathIn(folder))).mode & 0o077).toBe(0);
  });

  it('does not hide a disk that fails: a folder in the place of a record is an error', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'ee'), 'a file where a folder should be');
    await expect(createFolderArtifactStore(folder).save(key, 1)).rejects.toThrow();
  });
});

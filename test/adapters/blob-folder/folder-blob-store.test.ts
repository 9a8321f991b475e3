import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderBlobStore } from '#adapters/blob-folder/create-folder-blob-store.ts';
import { blobStoreContract } from '../../contracts/blob-store.contract.ts';

const folders: string[] = [];
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liasse-blobs-'));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const run = promisify(execFile);
const MODULE = resolve('src/adapters/blob-folder/create-folder-blob-store.ts');
const IMPORT = `import { createFolderBlobStore } from ${JSON.stringify(MODULE)};`;
const NAME = `originals/${'ab'.repeat(32)}`;
const pathIn = (folder: string): string => join(folder, 'originals', 'ab', 'ab'.repeat(32));

blobStoreContract('the folder', async () => createFolderBlobStore(join(await aFolder(), 'blobs')));

describe('the folder of blobs', () => {
  it('spreads hashes over folders by their first letters, and lets nobody else read and nobody write', async () => {
    const folder = join(await aFolder(), 'blobs');
    await createFolderBlobStore(folder).put(NAME, Buffer.from('x'));
    expect((await stat(pathIn(folder))).mode & 0o777).toBe(0o400);
    for (const one of [folder, join(folder, 'originals'), join(folder, 'originals', 'ab'), join(folder, '+unfinished')])
      expect((await stat(one)).mode & 0o777, one).toBe(0o700);
  });

  it('leaves no draft behind, neither after a put nor after one that failed', async () => {
    const folder = await aFolder();
    const store = createFolderBlobStore(folder);
    await store.put(NAME, Buffer.from('x'));
    await mkdir(join(folder, 'taken'));
    await expect(store.put('taken', Buffer.from('x'))).rejects.toThrow();
    expect(await readdir(join(folder, '+unfinished'))).toEqual([]);
  });

  it('clears what a killed run left a day ago, not what is being written now', async () => {
    const folder = await aFolder();
    const drafts = join(folder, '+unfinished');
    await mkdir(drafts);
    await writeFile(join(drafts, 'old'), 'x');
    await writeFile(join(drafts, 'young'), 'x');
    await utimes(join(drafts, 'old'), new Date(0), new Date(0));
    await createFolderBlobStore(folder).put(NAME, Buffer.from('x'));
    expect(await readdir(drafts)).toEqual(['young']);
    expect(await Array.fromAsync(createFolderBlobStore(folder).list(''))).toEqual([{ name: NAME, sizeBytes: 1 }]);
  });

  it('says that its disk is away when the folder it worked in is gone, rather than that blobs are lost', async () => {
    const folder = join(await aFolder(), 'blobs');
    const store = createFolderBlobStore(folder);
    await store.put(NAME, Buffer.from('x'));
    await rename(folder, `${folder}-unmounted`);
    await mkdir(folder);
    const away = expect.objectContaining({ code: 'blobs-away' });
    await expect(store.find(NAME)).rejects.toEqual(away);
    await expect(store.has(NAME)).rejects.toEqual(away);
    await expect(store.put(NAME, Buffer.from('x'))).rejects.toEqual(away);
    await expect(Array.fromAsync(store.list(''))).rejects.toEqual(away);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
    await rename(`${folder}-unmounted`, folder);
    expect(await store.find(NAME)).toEqual(Buffer.from('x'));
  });

  it.skipIf(!canHaveOwnMounts())(
    'names what keeps it from writing: no room, no right; what was put stays readable',
    async () => {
      const folder = await aFolder();
      const script = `
      import { execFileSync } from 'node:child_process';
      import { readdir } from 'node:fs/promises';
      ${IMPORT}
      const store = createFolderBlobStore(${JSON.stringify(join(folder, 'blobs'))});
      const outcome = (putting) => putting.then(() => 'put', (error) => error.code);
      const outcomes = [await outcome(store.put('small', Buffer.from('kept')))];
      outcomes.push(await outcome(store.put('large', Buffer.alloc(3_000_000))));
      outcomes.push(await readdir(${JSON.stringify(join(folder, 'blobs', '+unfinished'))}));
      outcomes.push(await outcome(store.put('small-too', Buffer.from('x'))));
      execFileSync('mount', ['-o', 'remount,ro', ${JSON.stringify(folder)}]);
      outcomes.push(await outcome(store.put('more', Buffer.from('x'))), await outcome(store.remove('small')));
      outcomes.push(String(await store.find('small')), await store.has('large'));
      console.log(JSON.stringify(outcomes));`;
      const { stdout } = await run('unshare', [
        ...['--map-root-user', '--mount', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"`, folder],
        ...[process.execPath, '--input-type=module', '--eval', script],
      ]);
      expect(JSON.parse(stdout)).toEqual([
        ...['put', 'disk-full', [], 'put', 'home-not-writable', 'home-not-writable', 'kept', false],
      ]);
    },
  );

  it('loses nothing that it acknowledged, and shows nothing half written, when it is killed', async () => {
    const folder = await aFolder();
    const script = `
      ${IMPORT}
      const store = createFolderBlobStore(${JSON.stringify(folder)});
      for (let n = 0; ; n += 1) {
        const name = 'b/' + process.pid + '.' + n;
        await store.put(name, Buffer.alloc(200_000, name));
        console.log(name);
      }`;
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 5; kill += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
      let output = '';
      child.stdout.on('data', (text: Buffer) => {
        output += text.toString();
        if (output.split('\n').length > 3 + kill) setTimeout(() => child.kill('SIGKILL'), kill);
      });
      await once(child, 'close');
      acknowledged.push(...output.split('\n').slice(0, -1));
    }
    const store = createFolderBlobStore(folder);
    expect(acknowledged.length).toBeGreaterThan(10);
    for (const name of acknowledged) expect(await store.has(name), name).toBe(true);
    for await (const { name } of store.list(''))
      expect(Buffer.alloc(200_000, name).equals((await store.find(name)) ?? Buffer.of()), name).toBe(true);
  });
});

/** Whether a process may mount a disk that only itself sees. */
function canHaveOwnMounts(): boolean {
  return spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0;
}

import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWatchedFolder } from '#adapters/watched-folder/create-watched-folder.ts';
import type { FolderRound, FoundFile } from '#ports/watched-folder.ts';

const SETTLE_MS = 150;
let root: string;
let watched: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-watched-'));
  watched = join(root, 'in');
  await mkdir(watched);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array = name): Promise<string> {
  const path = join(watched, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}
const folderOf = () => createWatchedFolder({ folder: watched, settleMs: SETTLE_MS, lookEveryMs: 300 });

async function once(folder = folderOf()): Promise<FolderRound> {
  const [round] = await Array.fromAsync(folder.rounds({ signal: new AbortController().signal, isOnce: true }));
  if (round === undefined) throw new Error('no round');
  return round;
}
/** A folder on another file system than the one of the tests. */
async function anotherDisk(): Promise<string> {
  const [here, memory] = await Promise.all([stat(root), stat('/dev/shm')]);
  return here.dev === memory.dev ? process.cwd() : '/dev/shm';
}
const names = ({ files }: { files: readonly FoundFile[] }): string[] => files.map(({ name }) => name);

describe('reading', () => {
  it('gives bytes and hash of that version only', async () => {
    const folder = folderOf();
    const path = await put('a.pdf', 'abc');
    const [file] = (await once(folder)).files;
    if (file === undefined) throw new Error('not found');
    expect(await folder.read(file, 100)).toMatchObject({ bytes: Buffer.from('abc') });
    expect(await folder.read(file, 2)).toEqual({
      bytes: null,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    await writeFile(path, 'abcd');
    expect(await folder.read(file, 100)).toBeUndefined();
    await rm(path);
    expect(await folder.read(file, 100)).toBeUndefined();
    await symlink('/etc/hostname', path);
    expect(await folder.read(file, 100)).toBeUndefined();
  });
});

describe('moving', () => {
  const hashOf = async (folder: ReturnType<typeof folderOf>, file: FoundFile): Promise<string> =>
    (await folder.read(file, 1e6))?.sha256 ?? '';
  async function found(name: string, content: string) {
    const folder = folderOf();
    const path = await put(name, content);
    const file = (await once(folder)).files.find((one) => one.name === name);
    if (file === undefined) throw new Error('not found');
    return { folder, path, file, sha256: await hashOf(folder, file) };
  }
  const out = (): string => join(root, 'out');

  it('never overwrites: another file of the name gets company', async () => {
    await mkdir(join(out(), 'A'), { recursive: true });
    await writeFile(join(out(), 'A/a.pdf'), 'somebody else’s');
    const { folder, file, sha256 } = await found('A/a.pdf', 'ours');
    expect(await folder.move(file, sha256, { folder: out(), name: 'A/a.pdf' })).toEqual({
      folder: out(),
      name: 'A/a (2).pdf',
    });
    expect(await readFile(join(out(), 'A/a.pdf'), 'utf8')).toBe('somebody else’s');
    expect(await readFile(join(out(), 'A/a (2).pdf'), 'utf8')).toBe('ours');
    expect(await readdir(join(watched, 'A'))).toEqual([]);
  });

  it('of the longest name finds room for the number', async () => {
    const name = `${'é'.repeat(125)}.pdf`;
    await mkdir(out());
    await writeFile(join(out(), name), 'somebody else’s');
    const { folder, file, sha256 } = await found(name, 'ours');
    expect((await folder.move(file, sha256, { folder: out(), name }))?.name).toMatch(/^é+ \(2\)\.pdf$/);
  });

  it('leaves a file that changed after it was read, and takes nothing of it along', async () => {
    const { folder, path, file, sha256 } = await found('a.pdf', 'ours');
    await writeFile(path, 'newer');
    expect(await folder.move(file, sha256, { folder: out(), name: 'a.pdf' })).toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('newer');
    expect(await readdir(out())).toEqual([]);
  });

  it('goes on after a kill between the new name and the old one', async () => {
    const { folder, file, sha256 } = await found('a.pdf', 'ours');
    await mkdir(out());
    await writeFile(join(out(), 'a.pdf'), 'ours');
    expect((await folder.move(file, sha256, { folder: out(), name: 'a.pdf' }))?.name).toBe('a.pdf');
    expect(await readdir(watched)).toEqual([]);
    expect(await readdir(out())).toEqual(['a.pdf']);
  });

  it('gives back what a move that was ended in the middle had hidden', async () => {
    await put('A/.liasse-taken-0123abcd-a.pdf', 'ours');
    await put('A/a.pdf', 'newer');
    const folder = folderOf();
    await once(folder);
    expect(names(await once(folder))).toEqual(['A/a (2).pdf']);
    expect(await readFile(join(watched, 'A/a (2).pdf'), 'utf8')).toBe('ours');
  });

  it.skipIf(process.platform !== 'linux')(
    'to another disk copies, compares, keeps the time, then removes',
    async () => {
      const { folder, path, file, sha256 } = await found('a.pdf', 'ours');
      await utimes(path, 1_000_000, 1_000_000);
      const [aged = file] = (await once(folder)).files;
      const other = await mkdtemp(join(await anotherDisk(), 'liasse-out-'));
      try {
        expect((await folder.move(aged, sha256, { folder: other, name: 'A/a.pdf' }))?.name).toBe('A/a.pdf');
        expect(await readdir(join(other, 'A'))).toEqual(['a.pdf']);
        expect(await readFile(join(other, 'A/a.pdf'), 'utf8')).toBe('ours');
        const moved = await stat(join(other, 'A/a.pdf'));
        expect(moved.mtimeMs).toBe(1e9);
        expect(moved.dev).not.toBe((await stat(watched)).dev);
        expect(await readdir(watched)).toEqual([]);
      } finally {
        await rm(other, { recursive: true });
      }
    },
  );

  it('that is not possible says so, and the file stays', async () => {
    const { folder, path, file, sha256 } = await found('a.pdf', 'ours');
    await writeFile(out(), 'a file where the folder should be');
    await expect(folder.move(file, sha256, { folder: out(), name: 'a.pdf' })).rejects.toMatchObject({
      code: 'move-failed',
    });
    expect(await readFile(path, 'utf8')).toBe('ours');
  });

  it('leaves a note once', async () => {
    const folder = folderOf();
    const at = { folder: out(), name: 'A/a.pdf.txt' };
    await folder.leaveNote('why', at);
    await folder.leaveNote('why', at);
    await folder.leaveNote('why else', at);
    expect((await readdir(join(out(), 'A'))).sort()).toEqual(['a.pdf (2).txt', 'a.pdf.txt']);
  });
});

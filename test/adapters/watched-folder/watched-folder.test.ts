import { mkdir, mkdtemp, open, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStillness } from '#adapters/watched-folder/create-stillness.ts';
import { createWatchedFolder } from '#adapters/watched-folder/create-watched-folder.ts';
import { isUnfinishedName } from '#adapters/watched-folder/is-unfinished-name.ts';
import { openForWriting } from '#adapters/watched-folder/open-for-writing.ts';
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
const names = ({ files }: { files: readonly FoundFile[] }): string[] => files.map(({ name }) => name);

describe('a file is whole', () => {
  const file = (name: string, version: string): FoundFile => ({ name, sizeBytes: 1, version });

  it('when size and time stayed as they were for the settle time, and is handed out once', () => {
    const stillness = createStillness(100);
    expect(stillness.observe([file('a', '1')], 0)).toEqual({ still: [], unfinished: 1, dueInMs: 100 });
    expect(stillness.observe([file('a', '2')], 90)).toEqual({ still: [], unfinished: 1, dueInMs: 100 });
    expect(stillness.observe([file('a', '2')], 189).still).toEqual([]);
    expect(stillness.observe([file('a', '2')], 190)).toEqual({
      still: [file('a', '2')],
      unfinished: 0,
      dueInMs: undefined,
    });
    expect(stillness.observe([file('a', '2')], 1_000).still).toEqual([]);
  });

  it('anew when it is written to, when it went and came back, and when it is asked for', () => {
    const stillness = createStillness(100);
    stillness.observe([file('a', '1')], 0);
    stillness.observe([file('a', '1')], 100);
    stillness.observe([file('a', '2')], 200);
    expect(stillness.observe([file('a', '2')], 300).still).toEqual([file('a', '2')]);
    stillness.observe([], 400);
    expect(stillness.observe([file('a', '2')], 500).still).toEqual([]);
    expect(stillness.observe([file('a', '2')], 600).still).toEqual([file('a', '2')]);
    stillness.again(file('a', '2'), 900);
    expect(stillness.observe([file('a', '2')], 899)).toMatchObject({ still: [], dueInMs: 1 });
    expect(stillness.observe([file('a', '2')], 900).still).toEqual([file('a', '2')]);
  });

  it.each([
    'scan.pdf.part',
    'scan.pdf.crdownload',
    'x.tmp',
    '~$lettre.docx',
    '.~lock.a.odt#',
    '.hidden',
    'a.swp',
    'a.pdf~',
    'Thumbs.db',
  ])('not while it is called %s', (name) => {
    expect(isUnfinishedName(name)).toBe(true);
  });

  it.each(['scan.pdf', 'party.pdf', 'tmp', 'attestation~1.pdf', 'ملف.jpg'])('when it is called %s', (name) => {
    expect(isUnfinishedName(name)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'not while a program has it open for writing, as far as the system tells',
    async () => {
      const path = await put('a.pdf');
      const read = await put('b.pdf');
      const writer = await open(path, 'a');
      const reader = await open(read, 'r');
      expect(await openForWriting(new Set([path, read]))).toEqual(new Set([path]));
      const folder = folderOf();
      expect(await once(folder)).toMatchObject({ unfinished: 1 });
      await writer.close();
      await reader.close();
      expect(names(await once(folder))).toEqual(['a.pdf']);
    },
  );
});

describe('a look at the folder', () => {
  it('gives files in the order of their names: not hidden, unfinished or growing ones, nor what a link leads to', async () => {
    await put('B/2.pdf');
    await put('A/sub/1.pdf');
    await put('A/.git/config');
    await put('A/3.pdf.part');
    await writeFile(join(root, 'secret.pdf'), 'elsewhere');
    await symlink(join(root, 'secret.pdf'), join(watched, 'A/link.pdf'));
    await symlink(root, join(watched, 'loop'));
    const growing = await put('A/growing.pdf');
    const timer = setInterval(() => void writeFile(growing, String(Math.random()), { flag: 'a' }), 20);
    const round = await once();
    clearInterval(timer);
    expect(names(round)).toEqual(['A/sub/1.pdf', 'B/2.pdf']);
    expect(round).toMatchObject({ isThere: true, unfinished: 1, unreachable: 2 });
  });

  it('waits with an empty file that was just made, and gives out one that has long been empty', async () => {
    await put('new.pdf', '');
    const old = await put('old.pdf', '');
    await utimes(old, 1_000_000, 1_000_000);
    expect(await once()).toMatchObject({ files: [{ name: 'old.pdf' }], unfinished: 1 });
  });

  it('says of a name in an old encoding that it can’t be reached', async () => {
    await writeFile(
      Buffer.concat([Buffer.from(`${watched}/r`), Buffer.from([0xe9]), Buffer.from('clamation.pdf')]),
      'x',
    );
    expect(await once()).toMatchObject({ files: [], unreachable: 1 });
  });

  it('spells names as the disk does', async () => {
    await put('Zoé'.normalize('NFD'));
    await put('scan\u202efdp.exe');
    expect(names(await once())).toEqual(['Zoé'.normalize('NFD'), 'scan\u202efdp.exe']);
  });

  it('of a folder that is not there says so', async () => {
    await rm(watched, { recursive: true });
    expect(await once()).toMatchObject({ isThere: false, files: [] });
  });
});

describe('watching on', () => {
  /** Watches until the names were handed out; each name as often as it was. */
  async function watchUntil(
    isDone: (seen: string[]) => boolean,
    act: (seen: string[]) => Promise<void>,
  ): Promise<string[]> {
    const end = new AbortController();
    const seen: string[] = [];
    const acting = act(seen);
    for await (const round of folderOf().rounds({ signal: end.signal, isOnce: false })) {
      seen.push(...(round.isThere ? names(round) : ['(away)']));
      if (isDone(seen)) end.abort();
    }
    await acting;
    return seen;
  }
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await pause(10);
  };

  it('finds what was there, what comes, what grows and what is put in its place', async () => {
    await put('A/old.pdf');
    const seen = await watchUntil(
      (all) => all.length === 4,
      async (all) => {
        await until(() => all.includes('A/old.pdf'));
        const path = await put('B/new.pdf', 'first');
        await until(() => all.includes('B/new.pdf'));
        await writeFile(path, ' and more', { flag: 'a' });
        await until(() => all.length === 3);
        await writeFile(join(root, 'other'), 'another version');
        await rename(join(root, 'other'), path);
      },
    );
    expect(seen).toEqual(['A/old.pdf', 'B/new.pdf', 'B/new.pdf', 'B/new.pdf']);
  });

  it('goes on when the folder goes and comes back', async () => {
    await put('A/1.pdf');
    const seen = await watchUntil(
      (all) => all.includes('A/2.pdf'),
      async (all) => {
        await until(() => all.includes('A/1.pdf'));
        await rename(watched, join(root, 'elsewhere'));
        await until(() => all.includes('(away)'));
        await rename(join(root, 'elsewhere'), watched);
        await put('A/2.pdf');
      },
    );
    expect(seen).toEqual(['A/1.pdf', '(away)', 'A/2.pdf']);
  });

  it('waits for a folder that is not there yet', async () => {
    await rm(watched, { recursive: true });
    const seen = await watchUntil(
      (all) => all.includes('1.pdf'),
      async (all) => {
        await until(() => all.includes('(away)'));
        await put('1.pdf');
      },
    );
    expect(seen).toEqual(['(away)', '1.pdf']);
  });

  it('follows a file that is renamed while it is copied', async () => {
    const seen = await watchUntil(
      (all) => all.length > 0,
      async () => {
        const path = await put('A/copy', 'x');
        for (let step = 0; step < 10; step += 1) {
          await pause(40);
          await writeFile(step < 5 ? path : join(watched, 'A/final.pdf'), 'x', { flag: 'a' });
          if (step === 4) await rename(path, join(watched, 'A/final.pdf'));
        }
      },
    );
    expect(seen).toEqual(['A/final.pdf']);
  });
});

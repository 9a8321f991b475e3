import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFileAccess, type FileAccess } from '#adapters/files/create-file-opener.ts';
import { createFileSource } from '#adapters/files/create-file-source.ts';
import { createWatchedFolder } from '#adapters/watched-folder/create-watched-folder.ts';
import { openArrivalMemory } from '#adapters/watched-folder/open-arrival-memory.ts';
import type { WatchEvent, WatchFolderOptions } from '#app/ways-in/create-file-taker.ts';
import { watchFolder } from '#app/ways-in/watch-folder.ts';
import { DEFAULT_LIMITS } from '#domain/limits.ts';
import type { Reception } from '#ports/received-files.ts';
import { createMemoryReception } from '../../support/memory-reception.ts';

let access: FileAccess;
let root: string;
let reception: ReturnType<typeof createMemoryReception>;
let events: WatchEvent[];
beforeAll(() => {
  access = createFileAccess({ limits: DEFAULT_LIMITS, passwords: [] });
});
afterAll(() => access.stop());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-watch-'));
  await mkdir(join(root, 'in'));
  reception = createMemoryReception();
  events = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array = `text of ${name}`): Promise<string> {
  const path = join(root, 'in', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}
async function zipOf(names: readonly string[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const name of names) await writer.add(name, new TextReader(name.endsWith('.bin') ? '\u0000\u0001\u0002' : name));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}
const never = new AbortController().signal;

async function watch(changes: Partial<WatchFolderOptions> = {}, into: Reception = reception): Promise<void> {
  await watchFolder(
    {
      scope: 'test',
      onlyCase: undefined,
      moveTo: undefined,
      rejectedTo: undefined,
      mostBytes: DEFAULT_LIMITS.fileBytes,
      today: () => '2026-02-01',
      isOnce: true,
      signal: never,
      explain: ({ label, parts }) => `${label}: ${parts.map(({ failure }) => failure).join()}`,
      onEvent: (event) => events.push(event),
      ...changes,
    },
    {
      folder: createWatchedFolder({
        folder: join(root, 'in'),
        settleMs: 50,
        lookEveryMs: 200,
      }),
      memory: await openArrivalMemory(join(root, 'home/watched.ndjson')),
      source: createFileSource(DEFAULT_LIMITS, access),
      reception: into,
    },
  );
}
const kinds = (): string[] => events.map(({ kind }) => kind);

describe('files of a watched folder', () => {
  it('come into the case that their sub-folder names, archives opened, each file once however often it starts', async () => {
    await put('Dupont/a.txt');
    await put('Dupont/scans/b.txt');
    await put('ملف 12/c.zip', await zipOf(['1.txt', '2.txt']));
    await watch();
    await watch();
    expect(reception.rows.map(({ caseName, name, state, via }) => `${caseName} ${name} ${state} ${via}`)).toEqual([
      'Dupont a.txt waiting watch',
      'Dupont scans/b.txt waiting watch',
      'ملف 12 c.zip!/1.txt waiting watch',
      'ملف 12 c.zip!/2.txt waiting watch',
      'ملف 12 c.zip waiting watch',
    ]);
  });

  it('all come into one case when one is named', async () => {
    await put('a.txt');
    await put('sub/b.txt');
    await watch({ onlyCase: 'Martin' });
    expect(reception.papers()).toEqual(['Martin: a.txt', 'Martin: sub/b.txt']);
  });

  it('that no folder names a case for stay, and are told', async () => {
    await put('a.txt');
    await put('Du\u202epont/b.txt');
    await watch({ moveTo: join(root, 'done') });
    expect(reception.rows).toEqual([]);
    expect(kinds().filter((kind) => kind === 'no-case')).toHaveLength(2);
    expect(await readdir(join(root, 'in'))).toHaveLength(2);
  });

  it('have one name and one case however the disk spells them', async () => {
    await put(`${'Zoé'.normalize('NFD')}/${'é'.normalize('NFD')}\u202etxt.exe`);
    await watch();
    expect(reception.papers()).toEqual(['Zoé: étxt.exe']);
  });

  it('come in again when they are other bytes, not when they were only touched', async () => {
    const path = await put('A/a.txt', 'first');
    await watch();
    await utimes(path, 1_000_000, 1_000_000);
    await watch();
    expect(reception.rows).toHaveLength(1);
    await writeFile(path, 'second');
    await watch();
    expect(reception.papers()).toEqual(['A: a.txt', 'A: a.txt']);
  });

  it('a thousand at once all come in', async () => {
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => put(`A/${index}.txt`)));
    await watch({ moveTo: join(root, 'done') });
    expect(reception.papers()).toHaveLength(1_000);
    expect(await readdir(join(root, 'in/A'))).toEqual([]);
    expect(await readdir(join(root, 'done/A'))).toHaveLength(1_000);
  });

  it('come in as they come, until the signal is given', async () => {
    const end = new AbortController();
    const watching = watch({ isOnce: false, signal: end.signal });
    const rows = async (count: number): Promise<void> => {
      while (reception.rows.length < count) await pause(10);
    };
    await put('A/a.txt');
    await rows(1);
    await put('B/b.txt');
    await rows(2);
    end.abort();
    await watching;
    expect(reception.papers()).toEqual(['A: a.txt', 'B: b.txt']);
  });
});

describe('a file is moved', () => {
  it('only once its receipt is there, with its folder', async () => {
    const path = await put('A/sub/a.txt');
    reception.failWith('database-away');
    await watch({ moveTo: join(root, 'done') });
    expect(await readFile(path, 'utf8')).toBe('text of A/sub/a.txt');
    expect(events).toContainEqual({ kind: 'postponed', retryInMs: 2_000, failure: 'database-away' });
    reception.failWith(undefined);
    await watch({ moveTo: join(root, 'done') });
    expect(await readdir(join(root, 'done/A/sub'))).toEqual(['a.txt']);
    expect(reception.papers()).toHaveLength(1);
  });

  it('after a kill between receipt and memory, without a second paper', async () => {
    await put('A/a.txt');
    await watch();
    await rm(join(root, 'home'), { recursive: true });
    await watch({ moveTo: join(root, 'done') });
    expect(reception.rows.map(({ state }) => state)).toEqual(['waiting', 'duplicate']);
    expect(await readdir(join(root, 'done/A'))).toEqual(['a.txt']);
  });

  it('after a kill between memory and move, without another receipt', async () => {
    await put('A/a.txt');
    await watch();
    await watch({ moveTo: join(root, 'done') });
    expect(reception.rows).toHaveLength(1);
    expect(await readdir(join(root, 'done/A'))).toEqual(['a.txt']);
  });

  it('not when another version took its place while it was received: that one comes in too', async () => {
    const path = await put('A/a.txt', 'first');
    const end = new AbortController();
    const slow: Reception = {
      receive: async function* (parts, into) {
        for await (const receipt of reception.receive(parts, into)) {
          if (reception.rows.length === 1) {
            await writeFile(join(root, 'next'), 'second');
            await rename(join(root, 'next'), path);
          }
          yield receipt;
        }
      },
    };
    const watching = watch({ moveTo: join(root, 'done'), isOnce: false, signal: end.signal }, slow);
    while (!kinds().includes('moved')) await pause(10);
    end.abort();
    await watching;
    expect(reception.papers()).toHaveLength(2);
    expect(await readFile(join(root, 'done/A/a.txt'), 'utf8')).toBe('second');
    expect(await readdir(join(root, 'done/A'))).toEqual(['a.txt']);
  });
});

describe('a file of which nothing can be taken in', () => {
  it('goes to its own place, with the reason beside it, and comes in no more', async () => {
    await put('A/a.bin', Uint8Array.of(0, 1, 2, 3));
    await watch({ rejectedTo: join(root, 'no'), moveTo: join(root, 'done') });
    await watch({ rejectedTo: join(root, 'no'), moveTo: join(root, 'done') });
    expect(await readdir(join(root, 'no/A'))).toEqual(['a.bin', 'a.bin.txt']);
    expect(await readFile(join(root, 'no/A/a.bin.txt'), 'utf8')).toBe('a.bin: unsupported-format');
    expect(reception.rows).toHaveLength(1);
  });

  it('stays without such a place, and is not received at every start', async () => {
    const path = await put('A/a.bin', Uint8Array.of(0, 1, 2, 3));
    await watch({ moveTo: join(root, 'done') });
    await watch({ moveTo: join(root, 'done') });
    expect(reception.rows).toHaveLength(1);
    expect(await readdir(join(root, 'in/A'))).toEqual(['a.bin']);
    await utimes(path, 1_000_000, 1_000_000);
    await watch();
    expect(reception.rows).toHaveLength(2);
  });

  it('in part is moved like a good one, and the note says which part', async () => {
    await put('A/a.zip', await zipOf(['1.txt', '2.bin']));
    await watch({ rejectedTo: join(root, 'no'), moveTo: join(root, 'done') });
    expect(await readdir(join(root, 'no/A'))).toEqual(['a.zip.txt']);
    expect(await readdir(join(root, 'done/A'))).toEqual(['a.zip']);
  });

  it('is accounted for when it is an archive without files, or larger than allowed', async () => {
    await put('A/a.zip', await zipOf([]));
    await put('A/b.txt', 'x'.repeat(200));
    await watch({ mostBytes: 100, rejectedTo: join(root, 'no') });
    expect(reception.rows.map(({ name, state, failure }) => `${name} ${state} ${failure}`)).toEqual([
      'a.zip waiting null',
      'b.txt rejected file-too-large',
    ]);
    expect((await readdir(join(root, 'no/A'))).sort()).toEqual(['a.zip', 'a.zip.txt', 'b.txt', 'b.txt.txt']);
  });
});

describe('trouble', () => {
  it('with reception puts everything off and goes on by itself', async () => {
    await put('A/a.txt');
    await put('A/b.txt');
    const end = new AbortController();
    reception.failWith('disk-full');
    const watching = watch({ isOnce: false, signal: end.signal });
    while (!kinds().includes('postponed')) await pause(10);
    reception.failWith(undefined);
    while (reception.rows.length < 2) await pause(10);
    end.abort();
    await watching;
    expect(kinds().filter((kind) => kind === 'postponed')).toHaveLength(1);
  });

  it('with one file keeps no other out', async () => {
    await put('A/a.txt');
    await put('A/b.txt');
    const broken: Reception = {
      receive: async function* (parts, into) {
        yield* reception.receive(
          (async function* () {
            for await (const part of parts) {
              if (part.name === 'a.txt') throw new TypeError('a mistake of ours');
              yield part;
            }
          })(),
          into,
        );
      },
    };
    await watch({}, broken);
    expect(reception.papers()).toEqual(['A: b.txt']);
    expect(events).toContainEqual({ kind: 'postponed', failure: 'internal-error', retryInMs: 10_000 });
  });

  it('that only a person can mend ends it', async () => {
    await put('A/a.txt');
    reception.failWith('master-key-missing');
    await expect(watch()).rejects.toMatchObject({ code: 'master-key-missing' });
  });
});

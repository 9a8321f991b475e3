import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderDecisionStore } from '#adapters/home-folder/create-folder-decision-store.ts';
import type { Decision } from '#domain/decisions.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liasse-decisions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cut = (page: number): Decision => ({ kind: 'cut', at: '2026-11-23T10:00:00Z', sha256: 'f', page });

describe('kept decisions', () => {
  it('are none before the first, then all in their order, readable by their owner only', async () => {
    const path = join(folder, 'new', 'decisions.ndjson');
    const store = createFolderDecisionStore(path);
    expect(await store.all()).toEqual([]);
    await store.add([cut(2), cut(3)]);
    await store.add([cut(4)]);
    expect(await store.all()).toEqual([cut(2), cut(3), cut(4)]);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('survive a crash in the middle of a line: that one was never acknowledged, later ones are whole', async () => {
    const path = join(folder, 'torn.ndjson');
    const store = createFolderDecisionStore(path);
    await store.add([cut(2)]);
    await appendFile(path, '{"kind":"cut","at":"2026-1');
    expect(await store.all()).toEqual([cut(2)]);
    await store.add([cut(5)]);
    expect(await store.all()).toEqual([cut(2), cut(5)]);
  });

  it('of several processes at once are all there, no line mixed with another', async () => {
    const path = join(folder, 'many.ndjson');
    const pages = Array.from({ length: 40 }, (_, at) => at + 2);
    await Promise.all(pages.map((page) => createFolderDecisionStore(path).add([cut(page)])));
    const kept = await createFolderDecisionStore(path).all();
    expect(kept.map((one) => ('page' in one ? one.page : 0)).sort((a, b) => a - b)).toEqual(pages);
    expect((await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')).toHaveLength(pages.length);
  });
});

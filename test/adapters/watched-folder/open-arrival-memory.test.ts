import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArrivalMemory } from '#adapters/watched-folder/open-arrival-memory.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liasse-memory-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the memory of arrivals', () => {
  const arrival = { version: '3-1', sha256: 'ab', isRejected: false };

  it('is there after a restart, the latest of a place in force, and holds no names', async () => {
    const path = join(root, 'home', 'watched.ndjson');
    const memory = await openArrivalMemory(path);
    expect(memory.find('Dupont/a.pdf')).toBeUndefined();
    await memory.remember('Dupont/a.pdf', arrival);
    await memory.remember('Dupont/a.pdf', { ...arrival, version: '4-1' });
    expect((await openArrivalMemory(path)).find('Dupont/a.pdf')).toEqual({ ...arrival, version: '4-1' });
    expect(await readFile(path, 'utf8')).not.toContain('Dupont');
  });

  it('survives a line that a crash cut off', async () => {
    const path = join(root, 'watched.ndjson');
    await (await openArrivalMemory(path)).remember('a', arrival);
    await writeFile(path, '{"place":"b","vers', { flag: 'a' });
    const again = await openArrivalMemory(path);
    await again.remember('c', arrival);
    const last = await openArrivalMemory(path);
    expect([last.find('a'), last.find('b'), last.find('c')]).toEqual([arrival, undefined, arrival]);
  });

  it('is written anew when most of it is in vain', async () => {
    const path = join(root, 'watched.ndjson');
    const line = `${JSON.stringify({ place: 'x', ...arrival })}\n`;
    await writeFile(path, line.repeat(20_000));
    await openArrivalMemory(path);
    expect((await readFile(path, 'utf8')).length).toBe(line.length);
  });

  it('that can’t be kept says so', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(openArrivalMemory(join(root, 'file', 'watched.ndjson'))).rejects.toMatchObject({
      code: 'home-not-writable',
    });
  });
});

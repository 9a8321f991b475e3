import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readThroughCache } from '#adapters/definition-folder/kept-pipeline.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';

const DEFINITIONS = join(import.meta.dirname, '../../../pipelines/humanitarian-permit');

describe('a pipeline that was read before', () => {
  let home: string;
  let folder: string;
  let kept: string;
  let readings: number;
  const pipeline = humanitarianPipeline();

  /** Reads through the cache and tells whether the definitions had to be read. */
  async function isReadAnew(): Promise<boolean> {
    const before = readings;
    const found = await readThroughCache(folder, kept, async () => {
      readings += 1;
      return await pipeline;
    });
    expect(found).toEqual(await pipeline);
    return readings > before;
  }

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'liasse-kept-'));
    folder = join(home, 'definitions');
    kept = join(home, 'cache', 'kept');
    readings = 0;
    await cp(DEFINITIONS, folder, { recursive: true, filter: (path) => !path.endsWith('training') });
    expect(await isReadAnew()).toBe(true);
  });
  afterEach(() => rm(home, { recursive: true }));

  it('is not read again, and is the same', async () => {
    expect(await isReadAnew()).toBe(false);
  });

  it.each(['cutting.yaml', 'cues/fr.yaml', 'models/classifier.json'])('is read again when %s changes', async (name) => {
    await writeFile(join(folder, name), `${await readFile(join(folder, name), 'utf8')}\n`);
    expect(await isReadAnew()).toBe(true);
    expect(await isReadAnew()).toBe(false);
  });

  it('is read again when a file is added, renamed or gone', async () => {
    await cp(join(folder, 'cues/fr.yaml'), join(folder, 'cues/xx.yaml'));
    expect(await isReadAnew()).toBe(true);
    await rm(join(folder, 'cues/fr.yaml'));
    expect(await isReadAnew()).toBe(true);
  });

  it('is read again when what was kept is cut short', async () => {
    const bytes = await readFile(kept);
    await writeFile(kept, bytes.subarray(0, bytes.length >> 1));
    expect(await isReadAnew()).toBe(true);
  });

  it('is read where nothing can be kept', async () => {
    kept = join(folder, 'cutting.yaml', 'no-folder');
    expect(await isReadAnew()).toBe(true);
    expect(await isReadAnew()).toBe(true);
  });

  it('is not kept when it can’t be used', async () => {
    await rm(kept);
    const failing = readThroughCache(folder, kept, () => Promise.reject(new Error('wrong definitions')));
    await expect(failing).rejects.toThrow('wrong definitions');
    expect(await isReadAnew()).toBe(true);
  });
});

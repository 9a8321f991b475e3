import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createSharedSettings } from '#adapters/tesseract/shared-settings.ts';
import { createModelFolder } from '#adapters/tesseract-models/model-folder.ts';
import { findTesseract } from '#adapters/tesseract-native/find-tesseract.ts';
import { loadTesseract } from '#adapters/tesseract-native/tesseract-library.ts';
import { createUnpackedModels } from '#adapters/tesseract-native/unpacked-models.ts';
import { searchPath } from '#app/config.ts';
import { seededRandom } from '#learning/seeded-random.ts';

const [library] = findTesseract(searchPath());
const cache = mkdtempSync(join(tmpdir(), 'liasse-library-test-'));
const folder = createModelFolder({ added: '/nonexistent', system: [] });
afterAll(() => {
  folder.remove();
  rmSync(cache, { recursive: true, force: true });
});

/** Blots as foliage or a wall have them in a photo: what an outline may hold decides what of them is taken for print. */
async function blots(seed: number) {
  const [width, height] = [1200, 800];
  const random = seededRandom(seed);
  const raw = Buffer.from(Array.from({ length: width * height }, () => Math.floor(random() * 256)));
  const picture = sharp(raw, { raw: { width, height, channels: 1 } });
  return { width, height, pixels: await picture.blur(2).normalise().greyscale().raw().toBuffer() };
}

describe.skipIf(library === undefined)('the library of Tesseract', () => {
  it('reads a picture the same whatever it read before: a Chinese model looks for outlines otherwise', async () => {
    const models = createUnpackedModels(folder, cache);
    await models.prepare(['fra', 'chi_sim']);
    const settingsOf = createSharedSettings(folder.path);
    const { read } = loadTesseract(library ?? '', models.path);
    const of = async (model: string) => ({ layout: 3, settings: await settingsOf([model]) });
    const images = await Promise.all([1, 2, 3].map(blots));
    const readAll = async (settingsFor: string) => {
      const how = await of(settingsFor);
      return images.map((image) => read(image, 'fra', how));
    };
    const before = await readAll('fra');
    for (const image of images) read(image, 'chi_sim', await of('chi_sim'));
    // As they were read until it was known.
    expect(await readAll('chi_sim')).not.toEqual(before);
    expect(await readAll('fra')).toEqual(before);
  });
});

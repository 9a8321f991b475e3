import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelPlaces } from '#app/config.ts';

describe('where models are looked for', () => {
  it('is below Liasse’s home, or where LIASSE_MODELS says; always an absolute path', () => {
    expect(modelPlaces({ LIASSE_HOME: '/home/a' }).added).toBe(resolve('/home/a', 'models'));
    expect(modelPlaces({ XDG_DATA_HOME: '/data' }).added).toBe(resolve('/data', 'liasse', 'models'));
    expect(modelPlaces({ LIASSE_MODELS: 'here' }).added).toBe(join(process.cwd(), 'here'));
    expect(modelPlaces({ LIASSE_MODELS: '', LIASSE_HOME: '/home/a' }).added).toBe(resolve('/home/a', 'models'));
  });

  it('is also where an installed tesseract keeps its own, unless LIASSE_TESSDATA names other folders or none', () => {
    expect(modelPlaces({}).system).toContain(resolve('/usr/share/tessdata'));
    expect(modelPlaces({ TESSDATA_PREFIX: '/opt/t' }).system.slice(0, 2)).toEqual([
      resolve('/opt/t'),
      resolve('/opt/t/tessdata'),
    ]);
    expect(modelPlaces({ LIASSE_TESSDATA: ['/a', 'b'].join(delimiter) }).system).toEqual([resolve('/a'), resolve('b')]);
    expect(modelPlaces({ LIASSE_TESSDATA: '', TESSDATA_PREFIX: '/opt/t' }).system).toEqual([]);
  });
});

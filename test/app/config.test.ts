import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepingPlaces, modelPlaces, s3PlaceOf } from '#app/config.ts';

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

describe('a setting that is wrong', () => {
  it('is told by a code that says what to do, not by a fault', () => {
    expect(() => keepingPlaces({ LIASSE_HOME: '/a', DATABASE_URL_FILE: '/nowhere/secret' })).toThrow(
      expect.objectContaining({ code: 'secret-file-unreadable', detail: 'DATABASE_URL_FILE' }),
    );
    expect(() => s3PlaceOf('s3://', {})).toThrow(expect.objectContaining({ code: 's3-misconfigured' }));
    expect(() => s3PlaceOf('s3://a b\u0000', {})).toThrow(expect.objectContaining({ code: 's3-misconfigured' }));
  });
});

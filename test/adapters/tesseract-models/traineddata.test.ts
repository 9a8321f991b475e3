import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packagedModels } from '#adapters/tesseract-models/packaged-models.ts';
import { checkModel, problemOfHead, unpacked } from '#adapters/tesseract-models/traineddata.ts';
import { tinyModel } from '../../support/tiny-model.ts';

const LETTERS_PART = 21;
const whole = tinyModel();

describe('a model', () => {
  it('that is whole passes, packed or not', () => {
    expect(() => checkModel(whole)).not.toThrow();
    expect(Buffer.from(unpacked(gzipSync(whole)))).toEqual(whole);
    expect(Buffer.from(unpacked(whole))).toEqual(whole);
  });

  it('that comes with Liasse passes, cut off it does not', () => {
    const real = packagedModels().filter(({ id }) => ['fra', 'tir', 'chi_sim'].includes(id));
    expect(real.length).toBe(3);
    for (const { file } of real) {
      const bytes = unpacked(readFileSync(file));
      expect(() => checkModel(bytes)).not.toThrow();
      for (const share of [0, 0.00001, 0.1, 0.5, 0.9])
        expect(() => checkModel(bytes.subarray(0, bytes.length * share))).toThrow('not-a-model');
    }
  });

  it('that is packed and cut off or garbled is refused', () => {
    const packed = gzipSync(whole);
    expect(() => unpacked(packed.subarray(0, packed.length - 9))).toThrow(/not-a-model.*cut off/);
    const garbled = Buffer.from(packed);
    garbled[packed.length - 6] = (garbled[packed.length - 6] ?? 0) ^ 0xff;
    expect(() => unpacked(garbled)).toThrow('not-a-model');
  });

  it.each([
    ['a model cut off in its last parts', whole.subarray(0, whole.length - 8)],
    [
      'a model whose list of letters is shorter than it says',
      Buffer.from(whole.toString('latin1').replace('\n3', '\n9').replace('3\nNULL', '7\nNULL'), 'latin1'),
    ],
    ['a model without weights', tinyModel('a', 17)],
    ['a model without letters', tinyModel('a', LETTERS_PART)],
    ['nothing', Buffer.alloc(0)],
    ['three bytes', Buffer.from([24, 0, 0])],
    ['zeros', Buffer.alloc(5000)],
    ['a PDF', Buffer.from('%PDF-1.7\n'.repeat(100))],
    ['a page of HTML, as a failed download leaves it', Buffer.from('<!DOCTYPE html><html>Not found</html>'.repeat(20))],
    ['offsets beyond what a number holds', Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(8, 0x7f), whole])],
  ])('%s is refused', (_what, bytes) => {
    expect(() => checkModel(bytes)).toThrow('not-a-model');
  });

  it('is told by its beginning when its size is known', () => {
    expect(problemOfHead(whole.subarray(0, 200), whole.length)).toBeUndefined();
    expect(problemOfHead(whole.subarray(0, 200), 210)).toMatch(/cut off/);
    expect(problemOfHead(Buffer.from('#!/bin/sh\n'), 10)).toMatch(/no table/);
  });
});

import { describe, expect, it } from 'vitest';
import { captureAnew, drawSpread } from '../../scripts/bench/draw-spread.ts';
import { LOTS, sharesOf } from '../../scripts/bench/lots.ts';
import { paperSchema } from '../../scripts/fixtures/paper.schema.ts';
import { createSeededRandom } from '../../scripts/fixtures/seeded-random.ts';

const french = Array.from({ length: 40 }, (_, index) => ({
  id: `fr${index}`,
  type: 'pay-slip',
  language: 'fr',
  capture: 'grey-scan',
}));
const rare = { id: 'ti', type: 'police-report', language: 'ti', capture: 'fax' };
const paper = (more: object) => paperSchema.parse({ type: 'pay-slip', lang: 'fr', body: ['Net'], ...more });

describe('a draw of papers', () => {
  it('takes the rare along with the common', () => {
    const drawn = drawSpread([...french, rare], 3, createSeededRandom('a'));
    expect(drawn).toHaveLength(3);
    expect(drawn).toContain(rare);
  });

  it('repeats itself from a seed, and differs with the seed', () => {
    const draw = (seed: string) => drawSpread(french, 8, createSeededRandom(seed)).map(({ id }) => id);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('gives nothing twice, and no more than there is', () => {
    const drawn = drawSpread([...french, rare], 500, createSeededRandom('a'));
    expect(new Set(drawn).size).toBe(41);
  });

  it('shares a run out over the lots, none left out, none beyond what it has', () => {
    expect(sharesOf(400, { unseen: 144, fixtures: 124, anew: 130, fitted: 1040 })).toEqual({
      unseen: 144,
      fixtures: 124,
      anew: 52,
      fitted: 80,
    });
    expect(Object.values(sharesOf(4, { unseen: 144, fixtures: 124, anew: 130, fitted: 1040 })).every(Boolean)).toBe(
      true,
    );
    expect(LOTS.reduce((sum, lot) => sum + lot.share, 0)).toBeCloseTo(1);
  });
});

describe('another way of capture', () => {
  it('never faxes or photographs a paper of several pages, which would lose all but the first', () => {
    const random = createSeededRandom('pages');
    const captures = Array.from({ length: 60 }, () => captureAnew([paper({ body: ['one', '---', 'two'] })], random));
    expect(captures).not.toContain('fax');
    expect(captures).not.toContain('photo');
  });

  it('leaves a damaged paper and several in one scan as they are', () => {
    const random = createSeededRandom('damage');
    expect(captureAnew([paper({ capture: 'photo', damage: 'cut' })], random)).toBe('photo');
    expect(captureAnew([paper({}), paper({})], random)).toBe('bundle');
  });
});

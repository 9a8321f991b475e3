import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '#domain/page-reading.ts';
import { rawPoint } from '#pixels/raw-point.ts';
import { uprightPoint } from '#pixels/upright-point.ts';

const raw = { width: 1000, height: 1400 };
const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });

describe('where a place of the upright page stands on the raw one', () => {
  it('is the way back of uprightPoint, whatever the page was turned, straightened and deskewed by', () => {
    const quad: PageGeometry['quad'] = [
      [0.08, 0.05],
      [0.93, 0.09],
      [0.97, 0.94],
      [0.03, 0.98],
    ];
    const geometries = fc.record({
      turned: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
      skewDegrees: fc.double({ min: -6, max: 6, noNaN: true }),
      quad: fc.constantFrom(null, quad),
    });
    fc.assert(
      fc.property(share, share, geometries, (x, y, geometry) => {
        const [rawX, rawY] = rawPoint([x, y], raw, geometry);
        const [backX, backY] = uprightPoint([rawX * raw.width, rawY * raw.height], raw, geometry);
        expect(backX).toBeCloseTo(x, 2);
        expect(backY).toBeCloseTo(y, 2);
      }),
    );
  });

  it('does not mind in what the size of the page is counted', () => {
    const geometry: PageGeometry = { turned: 90, skewDegrees: 2, quad: null };
    const [x, y] = rawPoint([0.2, 0.3], raw, geometry);
    const [again, too] = rawPoint([0.2, 0.3], { width: 500, height: 700 }, geometry);
    expect(again).toBeCloseTo(x, 9);
    expect(too).toBeCloseTo(y, 9);
  });
});

import { describe, expect, it } from 'vitest';
import { A4, fitPage, points } from '#adapters/dossier-pdf/fit-page.ts';

const margins = { side: 6, top: 10, bottom: 10 };
const most = 1.5;

describe('an original on A4', () => {
  it('lies inside the margins, which belong to the stamps, and in the middle', () => {
    for (const size of [
      { width: 595, height: 842 },
      { width: 3000, height: 9000 },
      { width: 7747, height: 10_963 },
      { width: 100, height: 20_000 },
    ]) {
      const { place, width, height } = fitPage(size, most, margins);
      const [w, , , h, x, y] = place;
      expect(x).toBeGreaterThanOrEqual(points(margins.side) - 0.01);
      expect(x + w).toBeLessThanOrEqual(width - points(margins.side) + 0.01);
      expect(y).toBeGreaterThanOrEqual(points(margins.bottom) - 0.01);
      expect(y + h).toBeLessThanOrEqual(height - points(margins.top) + 0.01);
      expect(x - (width - x - w)).toBeCloseTo(0, 6);
      expect(w / h).toBeCloseTo(size.width / size.height, 6);
    }
  });

  it('is laid across when it is wider than high', () => {
    expect(fitPage({ width: 842, height: 595 }, most, margins)).toMatchObject({ width: A4.height, height: A4.width });
    expect(fitPage({ width: 600, height: 600 }, most, margins)).toMatchObject({ width: A4.width });
  });

  it('is enlarged no more than is allowed', () => {
    expect(fitPage({ width: 100, height: 150 }, most, margins).place[0]).toBeCloseTo(150, 6);
  });
});

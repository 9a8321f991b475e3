import { describe, expect, it } from 'vitest';
import type { Line } from '#domain/page-reading.ts';
import { findCutEdges } from '#stages/read-page/find-cut-edges.ts';

/** Lines of words between two edges of the page, one below the other. */
function linesBetween(left: number, right: number, { count = 12, top = 0.1, text = 'attestation' } = {}): Line[] {
  return Array.from({ length: count }, (_, row) => {
    const y = top + row * 0.05;
    const step = (right - left) / 5;
    const words = Array.from({ length: 5 }, (_word, column) => ({
      text,
      confidence: 0.9,
      box: [left + column * step, y, column === 4 ? step : step * 0.9, 0.02] as [number, number, number, number],
    }));
    return { block: 0, box: [left, y, right - left, 0.02], words };
  });
}

describe('a page cut at an edge', () => {
  it('is told by lines that run into it', () => {
    expect(findCutEdges(linesBetween(0.08, 1))).toEqual(['cut-right']);
    expect(findCutEdges(linesBetween(0, 0.9))).toEqual(['cut-left']);
    expect(findCutEdges(linesBetween(0.1, 0.9, { top: 0.001 }))).toEqual(['cut-top']);
    expect(findCutEdges(linesBetween(0.1, 0.9, { count: 1, top: 0.98 }))).toEqual(['cut-bottom']);
  });

  it('is not a page with margins, however small a printer leaves them', () => {
    expect(findCutEdges(linesBetween(0.015, 0.985, { top: 0.01 }))).toEqual([]);
  });

  it('is not a page with one heading or stamp over the edge, nor one whose border was read as strokes', () => {
    expect(findCutEdges([...linesBetween(0.1, 0.9), ...linesBetween(0.5, 1, { count: 1, top: 0.9 })])).toEqual([]);
    expect(findCutEdges(linesBetween(0, 1, { text: '|' }))).toEqual([]);
  });

  it('of nothing is nothing', () => {
    expect(findCutEdges([])).toEqual([]);
  });
});

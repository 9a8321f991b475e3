import { describe, expect, it } from 'vitest';
import { parseTsv } from '#adapters/tesseract/parse-tsv.ts';

describe('the table of the engine', () => {
  const row = (level: number, cells: readonly (number | string)[]): string => [level, ...cells].join('\t');

  it('becomes lines of words; signs of an unspaced script become one word', () => {
    const tsv = [
      row(4, [1, 1, 1, 1, 0, 10, 10, 300, 20, -1, '']),
      row(5, [1, 1, 1, 1, 1, 10, 10, 100, 20, 96, 'Fait']),
      row(5, [1, 1, 1, 1, 2, 120, 10, 100, 20, 50, ' ']),
      row(4, [1, 1, 2, 1, 0, 10, 50, 300, 20, -1, '']),
      row(5, [1, 1, 2, 1, 1, 10, 50, 40, 20, 90, '出院']),
      row(5, [1, 1, 2, 1, 2, 52, 50, 40, 20, 80, '小结']),
      row(5, [1, 1, 2, 1, 3, 200, 50, 40, 20, 80, '姓名']),
    ].join('\n');
    const { lines, confidence } = parseTsv(tsv, { width: 400, height: 100 });
    expect(lines.map((line) => line.words.map((word) => word.text))).toEqual([['Fait'], ['出院小结', '姓名']]);
    expect(lines.map((line) => line.block)).toEqual([0, 1]);
    expect(confidence).toBeCloseTo((4 * 0.96 + 2 * 0.9 + 4 * 0.8) / 10);
  });

  it('that is empty or garbled gives no lines and confidence 0', () => {
    for (const tsv of ['', 'nonsense', '5\t\t\t'])
      expect(parseTsv(tsv, { width: 10, height: 10 })).toEqual({ lines: [], confidence: 0 });
  });

  it('with a cell that is no number still gives words with a certainty and a place', () => {
    const tsv = `${row(4, [1, 1, 1, 1, 0, 10, 10, 300, 20, -1, ''])}\n${row(5, [1, 1, 1, 1, 1, 'x', 10, '1e400', 20, 'NaN', 'Fait'])}`;
    const [word] = parseTsv(tsv, { width: 400, height: 100 }).lines[0]?.words ?? [];
    expect(word).toEqual({ text: 'Fait', confidence: 0, box: [0, 0.1, 0, 0.2] });
  });
});

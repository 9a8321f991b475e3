import { describe, expect, it } from 'vitest';
import { visualOrder } from '#adapters/dossier-pdf/visual-order.ts';

describe('letters as they stand from left to right', () => {
  it('turns words of Arabic and Hebrew script round, and no others', () => {
    expect(visualOrder('سلام')).toBe('مالس');
    expect(visualOrder('שלום')).toBe('םולש');
    expect(visualOrder('Справка')).toBe('Справка');
    expect(visualOrder('ሰላም')).toBe('ሰላም');
  });

  it('keeps figures and Latin words inside them as they are', () => {
    expect(visualOrder('۱۴۰۴/۰۲/۱۵:تاریخ')).toBe('خیرات:۱۴۰۴/۰۲/۱۵');
    expect(visualOrder('(abc-12)ال')).toBe('لا)abc-12(');
  });

  it('keeps marks with their letters', () => {
    expect(visualOrder('مُحَمَّد')).toBe('دمَّحَمُ');
  });

  it('turns back when it is done twice', () => {
    for (const word of ['الجمهورية', 'متولد', 'شיב', '123', 'مُد12ب']) expect(visualOrder(visualOrder(word))).toBe(word);
  });
});

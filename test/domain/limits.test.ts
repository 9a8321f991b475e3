import { describe, expect, it } from 'vitest';
import { FAILURES } from '#domain/failure.ts';
import { DEFAULT_LIMITS, LIMIT_TABLE, limitsWith } from '#domain/limits.ts';

describe('limits', () => {
  it('are all in one table, each with the failure that says it was passed', () => {
    expect(Object.keys(LIMIT_TABLE).sort()).toEqual(Object.keys(DEFAULT_LIMITS).sort());
    for (const { code } of Object.values(LIMIT_TABLE)) expect(FAILURES).toHaveProperty(code);
  });

  it('are changed one by one, the last word counts, the others stay', () => {
    expect(limitsWith(['pages=5', 'archiveRatio=12.5', ' pages = 7 '])).toEqual({
      ...DEFAULT_LIMITS,
      pages: 7,
      archiveRatio: 12.5,
    });
    expect(limitsWith([])).toEqual(DEFAULT_LIMITS);
  });

  it.each([
    ['page=5', 'limit-unknown'],
    ['toString=5', 'limit-unknown'],
    ['pages', 'limit-invalid'],
    ['pages=', 'limit-invalid'],
    ['pages=0', 'limit-invalid'],
    ['pages=-1', 'limit-invalid'],
    ['pages=2.5', 'limit-invalid'],
    ['pages=many', 'limit-invalid'],
  ])('%s is refused: %s', (change, code) => {
    expect(() => limitsWith([change])).toThrow(code);
  });
});

import { describe, expect, it } from 'vitest';
import { coverageSchema } from '#domain/case-judgement.ts';
import { COVERAGE_LOOKS } from '#web/case/coverage-looks.ts';
import { strengthOf } from '#web/parts/strength.ts';

describe('how strong something is', () => {
  it('is one word a figure, and the bar has the colour of that word', () => {
    expect([100, 65, 64, 35, 34, 0].map(strengthOf)).toEqual(['strong', 'strong', 'medium', 'medium', 'weak', 'weak']);
  });

  it('of a criterion is what the rules say: one that is called weak has no bar of a strong one, whatever its figure', () => {
    const good = coverageSchema.options.filter((coverage) => COVERAGE_LOOKS[coverage].bar === 'strong');
    expect(good).toEqual(['met']);
    expect(coverageSchema.options.filter((coverage) => COVERAGE_LOOKS[coverage].tone === 'good')).toEqual(good);
  });
});

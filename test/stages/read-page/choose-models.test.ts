import { describe, expect, it } from 'vitest';
import { firstModelOf, modelOf, modelsOf, sistersOf } from '#stages/read-page/choose-models.ts';

const installed = ['fra', 'eng', 'ara', 'fas', 'kaz'];

describe('the model for a language', () => {
  it('is its own, or a stand-in whose alphabet holds it, or none when it is not installed', () => {
    expect(modelOf('fr', installed)).toBe('fra');
    expect(modelOf('ru', installed)).toBe('kaz');
    expect(modelOf('so', installed)).toBe('eng');
    expect(modelOf('ka', installed)).toBeUndefined();
    expect(firstModelOf('Arab', installed)).toBe('ara');
    expect(firstModelOf('Geor', installed)).toBeUndefined();
  });

  it('of each expected language stands once', () => {
    expect(modelsOf(['ru', 'kk', 'fr', 'xx'], installed)).toEqual(['kaz', 'fra']);
    expect(modelsOf([], installed)).toEqual([]);
  });

  it('is compared with its installed sisters only', () => {
    expect(sistersOf('ara', installed)).toEqual(['ara', 'fas']);
    expect(sistersOf('fra', installed)).toEqual(['fra']);
  });
});

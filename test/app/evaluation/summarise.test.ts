import { describe, expect, it } from 'vitest';
import { characterErrorRate, sameIssuer, sameValue } from '#app/evaluation/compare-document.ts';
import { summarise } from '#app/evaluation/summarise.ts';
import { comparison } from '../../support/a-comparison.ts';

const wrong = { typeRight: false, foundType: 'b' };

describe('summarise', () => {
  it('tells a wrong answer that nobody looks at from one that a person will see', () => {
    const report = summarise([
      comparison({}),
      comparison({ ...wrong }),
      comparison({ ...wrong, review: true }),
      comparison({}),
    ]);
    expect(report.all).toMatchObject({ documents: 4, typeRight: 0.5, wrongAndConfident: 0.25, review: 0.25 });
    expect(report.confusion).toEqual({ a: { a: 2, b: 2 } });
  });

  it('counts fields over all documents, and by name', () => {
    const { all, byField } = summarise([
      comparison({ fields: { net: true, gross: false } }),
      comparison({ fields: { net: true } }),
      comparison({}),
    ]);
    expect(all.fieldsRight).toBeCloseTo(2 / 3);
    expect(byField).toEqual({ gross: { documents: 1, right: 0 }, net: { documents: 2, right: 1 } });
  });

  it('says null, not 0 or 1, where there is nothing to measure', () => {
    const { all } = summarise([]);
    expect(all).toMatchObject({ documents: 0, typeRight: null, flagsF1: null, characterErrorMedian: null });
    expect(summarise([comparison({})]).all.issuerRight).toBeNull();
  });

  it('counts flags over all documents together (F1), a wrong flag as much as a missed one', () => {
    const flags = { hit: ['undated'], missed: ['unsigned'], wrong: ['stale'] };
    expect(
      summarise([comparison({ flags }), comparison({ flags: { hit: ['stale', 'undated'], missed: [], wrong: [] } })])
        .all.flagsF1,
    ).toBe(0.75);
  });

  it('puts a confidence of exactly 1 into the last bin and counts every document once', () => {
    const report = summarise([
      comparison({ confidence: 1 }),
      comparison({ confidence: 0.95, ...wrong }),
      comparison({ confidence: 0 }),
    ]);
    expect(report.calibration.at(-1)).toMatchObject({ documents: 2, right: 0.5 });
    expect(report.calibration.reduce((sum, bin) => sum + bin.documents, 0)).toBe(3);
  });

  it('gives the share that is right when the least certain are left to a person', () => {
    const report = summarise([comparison({}), comparison({ confidence: 0.1, ...wrong })]);
    expect(report.riskCoverage).toContainEqual({ coverage: 1, right: 0.5 });
    expect(report.riskCoverage).toContainEqual({ coverage: 0.5, right: 1 });
  });
});

describe('characterErrorRate', () => {
  it('folds white space and compatibility forms, counts edits against the truth, and never exceeds 1', () => {
    expect(characterErrorRate('Fait  à\nLyon', 'Fait à Lyon')).toBe(0);
    expect(characterErrorRate('Fait a Lyon', 'Fait à Lyon')).toBeCloseTo(1 / 11);
    expect(characterErrorRate('', 'Lyon')).toBe(1);
    expect(characterErrorRate('something quite different and long', 'Lyon')).toBe(1);
    expect(characterErrorRate('', '')).toBe(0);
  });
});

describe('sameIssuer', () => {
  it.each([
    ['Association L’Escale', "ASSOCIATION L'ESCALE", true],
    ['Hôpital Saint-Louis', 'Hopital Saint Louis', true],
    ['Centre hospitalier de Valence, service des urgences', 'Centre hospitalier de Valence', true],
    ['Centre hospitalier de Valence', 'Centre hospitalier de Vienne', false],
    ['', 'CAF du Rhône', false],
    ['Préfecture', 'Commissariat', false],
  ])('%s / %s: %s', (found, truth, same) => {
    expect(sameIssuer(found, truth)).toBe(same);
  });
});

describe('sameValue', () => {
  it('forgives case, accents and a misread letter of a text, but no digit', () => {
    expect(sameValue('Traore MARIAM', 'TRAORÉ Mariam')).toBe(true);
    expect(sameValue('TRAORÉ Maniam', 'TRAORÉ Mariam')).toBe(true);
    expect(sameValue('DIALLO Mariam', 'TRAORÉ Mariam')).toBe(false);
    expect(sameValue('14BA22818', '14BA22817')).toBe(false);
  });
  it('wants amounts to the cent, and nothing for nothing', () => {
    expect(sameValue(1578.741, 1578.74)).toBe(true);
    expect(sameValue(1578.75, 1578.74)).toBe(false);
    expect(sameValue(undefined, 1578.74)).toBe(false);
    expect(sameValue('1578.74', 1578.74)).toBe(false);
  });
});

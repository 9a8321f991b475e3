import { describe, expect, it } from 'vitest';
import { outputLanguage } from '../../src/cli/messages.ts';
import { parseAsOf, parseCaseName, parseLanguages, parseWorkers } from '../../src/cli/parse-options.ts';

describe('options of the command', () => {
  it('take only days that exist', () => {
    expect(parseAsOf('2024-02-29')).toBe('2024-02-29');
    for (const wrong of ['2023-02-29', '29/02/2024', 'today', '2024-2-9', '0000-01-01', ''])
      expect(() => parseAsOf(wrong)).toThrow(/2026-01-31/);
  });

  it('take case names in any script, and none that could leave the folder', () => {
    expect(parseCaseName('Dossier 12 – ملف'.replace('–', '-'))).toBe('Dossier 12 - ملف');
    for (const wrong of ['../x', 'a/b', '.hidden', '', 'x\\y', 'nul\u0000', 'end.', ' x'])
      expect(() => parseCaseName(wrong)).toThrow();
  });

  it('take language codes and whole numbers of workers', () => {
    expect(parseLanguages('fr, AR')).toEqual(['fr', 'ar']);
    expect(() => parseLanguages('french')).toThrow();
    expect(parseWorkers('2')).toBe(2);
    for (const wrong of ['0', '-1', '1.5', 'two', '1000']) expect(() => parseWorkers(wrong)).toThrow();
  });

  it('speak French where the environment or the user says so, English otherwise', () => {
    expect(outputLanguage(undefined, { LANG: 'fr_FR.UTF-8' })).toBe('fr');
    expect(outputLanguage('fr', { LANG: 'en_GB.UTF-8' })).toBe('fr');
    expect(outputLanguage(undefined, { LANG: 'fr_FR.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(outputLanguage(undefined, {})).toBe('en');
  });
});

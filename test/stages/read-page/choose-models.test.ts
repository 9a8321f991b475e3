import { describe, expect, it } from 'vitest';
import { readingSchema } from '#definitions/reading.schema.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';

const reading = readingSchema.parse({
  languages: {
    fr: { models: ['fra'] },
    kk: { models: ['kaz'] },
    ka: { models: ['kat'] },
    so: { models: ['eng'] },
    ru: { models: ['rus', 'kaz'], lessExact: ['kaz'] },
  },
  scripts: { Latn: ['fra', 'eng'], Cyrl: ['kaz', 'rus'], Arab: ['ara', 'fas'], Geor: ['kat'] },
  tryOrder: ['fra', 'ara', 'kat', 'kaz'],
  latinTryOrder: ['fra', 'vie'],
  besideLatin: ['ara', 'kaz'],
  sisters: [{ models: ['ara', 'fas', 'urd'], style: 'urd' }],
});
const choose = chooseModels(reading, ['eng', 'fra', 'ara', 'fas', 'kaz']);

describe('the model for a language', () => {
  it('is its own, or a stand-in, or none when nothing fitting is installed', () => {
    expect(choose.bestOf('fr')).toBe('fra');
    expect(choose.bestOf('ru')).toBe('kaz');
    expect(choose.bestOf('so')).toBe('eng');
    expect(choose.bestOf('ka')).toBeUndefined();
    expect(choose.bestOf('xx')).toBeUndefined();
  });

  it('is its own as soon as that one is installed', () => {
    expect(chooseModels(reading, ['kaz', 'rus']).bestOf('ru')).toBe('rus');
  });

  it('of each expected language stands once', () => {
    expect(choose.ofLanguages(['ru', 'kk', 'fr', 'xx'])).toEqual(['kaz', 'fra']);
    expect(choose.ofLanguages([])).toEqual([]);
  });
});

describe('models that are tried', () => {
  it('are the installed ones only, in the order of the file', () => {
    expect(choose.firstOf('Latn')).toBe('fra');
    expect(chooseModels(reading, ['eng']).firstOf('Latn')).toBe('eng');
    expect(choose.firstOf('Geor')).toBeUndefined();
    expect(choose.firstOf('Xxxx')).toBeUndefined();
    expect(choose.toTry).toEqual(['fra', 'ara', 'kaz']);
    expect(choose.latinToTry).toEqual(['fra']);
    expect(choose.familyOf('ara')).toEqual({ models: ['ara', 'fas'], style: 'urd' });
    expect(choose.familyOf('fra')).toEqual({ models: ['fra'] });
  });
});

describe('a model that is missing', () => {
  it('is named when a page was read less exactly without it', () => {
    expect(choose.missingFor('ru', 'kaz')).toBe('rus');
    expect(choose.missingFor('ka', 'fra')).toBe('kat');
  });

  it('is no complaint when it is there, when the page was read as well as can be, or when nobody knows the language', () => {
    expect(chooseModels(reading, ['rus', 'kaz']).missingFor('ru', 'kaz')).toBeUndefined();
    expect(choose.missingFor('fr', 'fra')).toBeUndefined();
    expect(choose.missingFor('so', 'eng')).toBeUndefined();
    expect(choose.missingFor('xx', 'fra')).toBeUndefined();
  });
});

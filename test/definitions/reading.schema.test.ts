import { describe, expect, it } from 'vitest';
import { readingSchema } from '#definitions/reading.schema.ts';

const good = { languages: {}, scripts: {}, tryOrder: [], latinTryOrder: [], besideLatin: [], sisters: [] };
const withRussian = (entry: object) => readingSchema.safeParse({ ...good, languages: { ru: entry } });

describe('reading.yaml', () => {
  it('lists models best first and says which are less exact', () => {
    expect(withRussian({ models: ['rus', 'kaz'], lessExact: ['kaz'] }).success).toBe(true);
    expect(withRussian({ models: ['rus'] }).data?.languages['ru']).toEqual({ models: ['rus'], lessExact: [] });
  });

  it.each([
    ['a language without a model', { models: [] }],
    ['a less exact model that is not in the list', { models: ['rus'], lessExact: ['kaz'] }],
    ['a best model that is less exact', { models: ['rus', 'kaz'], lessExact: ['rus'] }],
    ['a path instead of a model', { models: ['../rus'] }],
    ['an unknown key', { models: ['rus'], model: 'rus' }],
  ])('refuses %s', (_what, entry) => {
    expect(withRussian(entry).success).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Condition } from '#definitions/condition.schema.ts';
import { evaluateCondition } from '#stages/assess-evidence/evaluate-condition.ts';
import type { FactValue, Truth } from '#stages/assess-evidence/facts.ts';
import { factsAskedBy } from '#stages/assess-evidence/fill-message.ts';

const ask = (condition: Condition, values: Record<string, FactValue> = {}): Truth =>
  evaluateCondition(condition, { asOf: '2026-11-26', values: new Map(Object.entries(values)), places: new Map() });
const YES: Condition = { fact: 'yes', is: 'present' };
const NO: Condition = { fact: 'no', is: 'present' };
const UNKNOWN: Condition = { fact: 'never-measured', is: 'present' };
const KNOWN = { yes: 'x', no: null };

describe('what can not be told', () => {
  it.each([
    ['all', { all: [YES, YES] }, true],
    ['all', { all: [YES, NO] }, false],
    ['all', { all: [YES, UNKNOWN] }, undefined],
    ['all, where one is certainly false', { all: [UNKNOWN, NO] }, false],
    ['any', { any: [NO, NO] }, false],
    ['any', { any: [NO, YES] }, true],
    ['any', { any: [NO, UNKNOWN] }, undefined],
    ['any, where one is certainly true', { any: [UNKNOWN, YES] }, true],
    ['not', { not: YES }, false],
    ['not', { not: NO }, true],
    ['not', { not: UNKNOWN }, undefined],
  ] satisfies [string, Condition, Truth][])('stays unknown under %s: %j is %s', (_name, condition, truth) => {
    expect(ask(condition, KNOWN)).toBe(truth);
  });
});

describe('a test of a fact', () => {
  const test = (is: Condition, fact: FactValue): Truth => ask(is, { fact });
  it('present, absent: null is a certain no', () => {
    expect([1, null, undefined].map((fact) => test({ fact: 'fact', is: 'present' }, fact))).toEqual([
      true,
      false,
      undefined,
    ]);
    expect([1, null, undefined].map((fact) => test({ fact: 'fact', is: 'absent' }, fact))).toEqual([
      false,
      true,
      undefined,
    ]);
  });
  it('equal: same value and kind', () => {
    const facts = [3, '3', null, undefined];
    expect(facts.map((fact) => test({ fact: 'fact', is: 'equal', value: 3 }, fact))).toEqual([
      true,
      false,
      false,
      undefined,
    ]);
  });
  it.each(['one-of', 'holds-any'] as const)('%s: a word of the list, or a list that holds one', (is) => {
    const facts = ['fr', 'de', ['de', 'fr'], ['de'], [], 3, null, undefined];
    expect(facts.map((fact) => test({ fact: 'fact', is, value: ['fr', 'en'] }, fact))).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
      false,
      undefined,
    ]);
  });
  it('less than, greater than: strictly, and only of numbers', () => {
    const facts = [4, 5, 6, '4', null, undefined];
    expect(facts.map((fact) => test({ fact: 'fact', is: 'less-than', value: 5 }, fact))).toEqual([
      true,
      false,
      false,
      undefined,
      undefined,
      undefined,
    ]);
    expect(facts.map((fact) => test({ fact: 'fact', is: 'greater-than', value: 5 }, fact))).toEqual([
      false,
      false,
      true,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it.each([
    ['2026-08-25', true],
    ['2026-08-26', false],
    ['2026-07', true],
    ['2026-08', undefined],
    ['2026-09', false],
    ['2025', true],
    ['2026', undefined],
    ['2027', false],
    [null, false],
    [3, undefined],
    [undefined, undefined],
  ])('older than three months, on 26 November 2026: %s is %s', (fact, truth) => {
    expect(test({ fact: 'fact', is: 'older-than', value: { months: 3, days: 0 } }, fact)).toBe(truth);
  });
  it.each([
    ['2026-12-28', true],
    ['2026-12-27', false],
    ['2027-01', true],
    ['2026-12', undefined],
    ['2026-11', false],
    ['2027', true],
    ['2026', undefined],
    ['2025', false],
    [null, false],
    [3, undefined],
    [undefined, undefined],
  ])('later than a month and a day, on 26 November 2026: %s is %s', (fact, truth) => {
    expect(test({ fact: 'fact', is: 'later-than', value: { months: 1, days: 1 } }, fact)).toBe(truth);
  });
  it('counts the days of the span as well, backwards', () => {
    expect(test({ fact: 'fact', is: 'older-than', value: { months: 0, days: 10 } }, '2026-11-15')).toBe(true);
    expect(test({ fact: 'fact', is: 'older-than', value: { months: 0, days: 10 } }, '2026-11-16')).toBe(false);
  });
});

it('a condition asks its facts in the order in which they are written', () => {
  expect(factsAskedBy({ all: [YES, { any: [{ not: NO }, UNKNOWN] }] })).toEqual(['yes', 'no', 'never-measured']);
});

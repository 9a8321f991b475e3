import { describe, expect, it } from 'vitest';
import type { FlagRule } from '#definitions/condition.schema.ts';
import type { EvidenceTable } from '#definitions/evidence-table.schema.ts';
import type { Flag } from '#domain/findings.ts';
import { dismissFlags } from '#stages/assess-evidence/dismiss-flags.ts';
import type { FactPlace, FactValue } from '#stages/assess-evidence/facts.ts';
import { fillMessage } from '#stages/assess-evidence/fill-message.ts';
import { raiseFlags } from '#stages/assess-evidence/raise-flags.ts';
import { scoreEvidence } from '#stages/assess-evidence/score-evidence.ts';
import { SMALL_FLAGS } from './small-flags.ts';

const TITLE = { fr: 'Facture', en: 'Bill' };
const factsOf = (values: Record<string, FactValue>, places: Record<string, FactPlace> = {}) => ({
  asOf: '2026-11-26',
  values: new Map(Object.entries(values)),
  places: new Map(Object.entries(places)),
});
const rule = (flag: string, fact: string, unclear: FlagRule['unclear'] = 'ignore'): FlagRule => ({
  flag,
  when: { fact, is: 'present' },
  unclear,
});

describe('flags', () => {
  it('are raised when a rule certainly holds, once each, in the order of the definitions', () => {
    const rules = [
      rule('old', 'a'),
      rule('blurred', 'a'),
      rule('old', 'b'),
      rule('look', 'no'),
      rule('look', 'unknown'),
    ];
    const raised = raiseFlags(rules, SMALL_FLAGS, factsOf({ a: 1, b: 1, no: null }), TITLE);
    expect(raised.flags.map(({ code }) => code)).toEqual(['blurred', 'old']);
    expect(raised.needsReview).toBe(false);
  });
  it('ask for a person when a rule that matters can not be told, and then without a place', () => {
    const raised = raiseFlags([rule('old', 'unknown', 'review')], SMALL_FLAGS, factsOf({}), TITLE);
    expect(raised).toEqual({
      flags: [{ code: 'look', severity: 'weak', message: { fr: 'look at it (fr)', en: 'look at it (en)' }, page: null, box: null }],
      needsReview: true,
    }); // biome-ignore format: one row
  });
  it('do not ask for a person where that rule certainly does not hold', () => {
    expect(raiseFlags([rule('old', 'no', 'review')], SMALL_FLAGS, factsOf({ no: null }), TITLE).needsReview).toBe(
      false,
    );
  });
  it('stand where the first fact that has a place was read; the rule that came first counts', () => {
    const box: [number, number, number, number] = [0.1, 0.2, 0.3, 0.1];
    const rules: FlagRule[] = [
      {
        flag: 'look',
        when: {
          all: [
            { fact: 'a', is: 'present' },
            { fact: 'b', is: 'present' },
          ],
        },
        unclear: 'review',
      },
      { flag: 'look', when: { fact: 'c', is: 'present' }, unclear: 'ignore' },
      rule('old', 'unknown', 'review'),
    ];
    const places = { b: { page: 2, box }, c: { page: 3, box: null } };
    const { flags } = raiseFlags(rules, SMALL_FLAGS, factsOf({ a: 1, b: 1, c: 1 }, places), TITLE);
    expect(flags).toMatchObject([{ code: 'look', page: 2, box }]);
  });
  it('say what the paper is and what went wrong with its picture, in both languages', () => {
    const said = (problems: FactValue) =>
      raiseFlags([rule('blurred', 'a')], SMALL_FLAGS, factsOf({ a: 1, 'quality.problems': problems }), TITLE).flags[0]
        ?.message;
    expect(said(['dark', 'unheard-of', 'cut'])).toEqual({
      fr: 'Facture: too dark (fr) ; cut off (fr) (fr)',
      en: 'Bill: too dark (en); cut off (en) (en)',
    });
    expect(said([])).toEqual({ fr: 'Facture: nobody knows (fr) (fr)', en: 'Bill: nobody knows (en) (en)' });
    expect(said(undefined)?.en).toBe('Bill: nobody knows (en) (en)');
  });
});

describe('the sentence of a flag', () => {
  const fill = (message: string, values: Record<string, FactValue>) =>
    fillMessage(message, factsOf(values), {
      title: 'Bill',
      advice: 'scan it',
      nameOf: (language) => language.toUpperCase(),
    });
  it('names the facts it asks for', () => {
    const values = {
      issueDate: '2026-11-16',
      'pages.count': 9,
      'expects.maxPages': 4,
      'pages.missing': 2,
      'languages.main': 'ru',
    };
    expect(fill('{title} {advice} {date} {age} {pages} {limit} {missing} {language}', values)).toBe(
      'Bill scan it 2026-11-16 10 9 4 2 RU',
    ); // biome-ignore format: one row
  });
  it('shows no brace where a fact is not known', () =>
    expect(fill('{date} {age} {nonsense}', { issueDate: null })).toBe('… … …'));
  it('ends by the field of the paper, else by its expiry, else by the end of its period', () => {
    const all = { 'fields.expiry': '2027', 'dates.expiry': '2028', 'dates.end': '2029' };
    expect(fill('{expiry}', all)).toBe('2027');
    expect(fill('{expiry}', { ...all, 'fields.expiry': null })).toBe('2028');
    expect(fill('{expiry}', { 'dates.end': '2029' })).toBe('2029');
  });
});

describe('what a person says does not count here', () => {
  const flagOf = (code: string): Flag => ({ code, severity: 'weak', message: TITLE, page: null, box: null });
  const raised = { flags: [flagOf('old'), flagOf('look')], needsReview: true };
  it('is taken out and kept with the reason; a person is still asked', () => {
    expect(dismissFlags(raised, { old: 'seen' }, 'look')).toEqual({
      flags: [flagOf('look')],
      needsReview: true,
      dismissed: [{ ...flagOf('old'), reason: 'seen' }],
      isLookedAt: false,
    });
  });
  it('asks nobody again once the call for a person is what was dismissed', () => {
    expect(dismissFlags(raised, { look: 'looked' }, 'look')).toEqual({
      flags: [flagOf('old')],
      needsReview: false,
      dismissed: [{ ...flagOf('look'), reason: 'looked' }],
      isLookedAt: true,
    });
  });
  it('asks nobody where nobody was to be asked', () =>
    expect(dismissFlags({ flags: [], needsReview: false }, { old: 'seen' }, 'look').needsReview).toBe(false));
  it('leaves everything as it is where nothing was said', () => {
    expect(dismissFlags(raised, undefined, 'look')).toEqual(raised);
    expect(dismissFlags(raised, {}, 'look')).toEqual(raised);
  });
});

describe('the worth of a paper', () => {
  const criterion = (id: string, evidence: Record<string, number>) => ({ id, label: TITLE, examines: TITLE, evidence });
  const table: EvidenceTable = {
    article: '',
    source: TITLE,
    criteria: [criterion('a', { bill: 0.3 }), criterion('b', { bill: 0.9 }), criterion('c', { letter: 1 })],
  };
  const flagged = (...codes: string[]): Flag[] =>
    codes.map((code) => ({ code, severity: 'weak', message: TITLE, page: null, box: null }));
  const score = (type: string, ...codes: string[]) => scoreEvidence(type, flagged(...codes), table, SMALL_FLAGS);

  it('is its best weight; the criteria it speaks to stand by weight', () => {
    expect(score('bill')).toEqual({ criteria: [{ id: 'b', weight: 0.9 }, { id: 'a', weight: 0.3 }], score: 90 }); // biome-ignore format: one row
  });
  it('is reduced by the factor of each flag, and not by one that nobody described', () => {
    expect(score('bill', 'blurred', 'old', 'unheard-of').score).toBe(36);
  });
  it('is none, rather than nothing, where the paper is no evidence', () => {
    expect(score('poem')).toEqual({ criteria: [], score: null });
  });
});

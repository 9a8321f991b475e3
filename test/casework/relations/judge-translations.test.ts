import { beforeAll, describe, expect, it } from 'vitest';
import { judgeRelations, type RelationRules } from '#casework/relations/judge-relations.ts';
import { findDifferences } from '#casework/relations/translations/find-differences.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder, paperOf, type RelationOutline } from './paper-of.ts';

let rules: RelationRules;
beforeAll(async () => {
  rules = await humanitarianCasework();
});
function judge(papers: readonly CasePaper[]) {
  return judgeRelations({ papers: inOrder(papers), facts: {}, asOf: '2026-11-26' }, rules);
}
function told(papers: readonly CasePaper[]) {
  return judge(papers)
    .findings.filter(({ kind }) => kind === 'translation')
    .map(({ rule, papers: keys }) => [rule, ...keys].join(' '));
}
const day = (iso: string) => ({ iso, role: 'other' as const, text: iso });

const original = (key: string, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({
    key,
    type: 'birth-certificate',
    language: 'uk',
    flags: ['needs-translation'],
    fields: { person: 'Ковальчук Оксана' },
    dates: [day('1990-11-21'), day('1990-11-29')],
    text: 'СВІДОЦТВО ПРО НАРОДЖЕННЯ\nСерія 214578\nКовальчук Оксана\nактовий запис 1184',
    ...more,
  });
const translation = (key: string, more: Partial<RelationOutline> = {}): CasePaper =>
  paperOf({
    key,
    type: 'certified-translation',
    dates: [day('1990-11-21'), day('1990-11-29'), day('2026-08-25')],
    text: "TRADUCTION DE L'UKRAINIEN\nCertificat de naissance, série 214578\nKOVALTCHOUK Oksana\nacte 1184\nvisé sous le n° 2026-314",
    ...more,
  });
const report = original('report', {
  type: 'police-report',
  fields: { complainant: 'Ковальчук Оксана' },
  dates: [day('2025-06-03')],
  text: 'ПРОТОКОЛ прийняття заяви',
});

describe('a translation', () => {
  it('is put with its original, not with another paper of the same person', () => {
    const { relations } = judge([report, original('birth'), translation('t')]);
    expect(relations.translations).toEqual([{ original: 'birth', translation: 't', confidence: expect.any(Number) }]);
    expect(relations.translations[0]?.confidence).toBeGreaterThan(0.95);
  });

  it('lifts what a foreign paper loses, of its copies too', () => {
    const { translated } = judge([original('birth'), translation('t'), original('twin', { copyOf: 'birth' }), report]);
    expect([...translated].sort()).toEqual(['birth', 'twin']);
  });

  it('is known by its own words when it was taken for the paper it translates', () => {
    const taken = translation('t', {
      type: 'birth-certificate',
      text: `${translation('t').text}\nPour traduction certifiée conforme`,
    });
    expect(judge([original('birth'), taken]).relations.translations).toHaveLength(1);
  });

  it('from another language is not put with it', () => {
    const russian = translation('t', {
      text: 'Traduction du russe\nCertificat de naissance\nIVANOV Piotr',
      dates: [day('1971-01-05')],
    });
    expect(told([original('birth'), russian])).toEqual(['translation-missing birth', 'translation-alone t']);
  });

  it('of one of two papers alike is not sure of which', () => {
    const bare = (key: string) => original(key, { fields: {}, dates: [], text: 'СВІДОЦТВО' });
    const { relations, translated } = judge([bare('a'), report, bare('b'), report, translation('t')]);
    expect(relations.translations[0]?.confidence).toBeLessThan(0.75);
    expect([...translated]).toEqual([]);
  });

  it('without an original, and originals without a translation, are told', () => {
    expect(told([translation('t')])).toEqual(['translation-alone t']);
    expect(told([original('birth'), report])).toEqual(['translation-missing birth report']);
    expect(told([original('birth'), translation('t')])).toEqual([]);
  });
});

describe('numbers and dates that differ between the two', () => {
  it('are listed', () => {
    const wrong = translation('t', {
      dates: [day('1990-11-21'), day('1990-11-28')],
      text: translation('t').text.replace('214578', '214587'),
    });
    const { findings } = judge([original('birth'), wrong]);
    const differs = findings.find(({ rule }) => rule === 'translation-differs');
    expect(differs?.papers).toEqual(['t', 'birth']);
    expect(differs?.message.fr).toContain('29/11/1990 (original) et 28/11/1990 (traduction)');
    expect(differs?.message.fr).toContain('214578 (original) et 214587 (traduction)');
  });

  const facts = (days: readonly string[], numbers: readonly string[]) => ({
    days: new Set(days),
    numbers: new Set(numbers),
  });
  it.each([
    ['one figure', ['1990-11-21'], ['1990-11-27'], 1],
    ['day and month swapped', ['1990-03-11'], ['1990-11-03'], 1],
    ['a date of the translation itself', ['1990-11-21'], ['1990-11-21', '2026-08-25'], 0],
    ['a date that was not read', ['1990-11-21', '2001-02-03'], ['1990-11-21'], 0],
    ['another date altogether', ['1990-11-21'], ['2026-08-05'], 0],
  ])('%s', (_what, one, other, count) => {
    expect(findDifferences(facts(one, []), facts(other, []))).toHaveLength(count);
  });
  it('two figures that changed places make a number another', () => {
    expect(findDifferences(facts([], ['448821']), facts([], ['448281']))).toEqual([
      { kind: 'number', original: '448821', translation: '448281' },
    ]);
    expect(findDifferences(facts([], ['448821']), facts([], ['9917']))).toEqual([]);
  });
});

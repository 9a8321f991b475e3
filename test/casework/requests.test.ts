import { beforeAll, describe, expect, it } from 'vitest';
import { judgeCase } from '#casework/judge-case.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper, humanitarianCasework } from '../support/a-case.ts';

let rules: Awaited<ReturnType<typeof humanitarianCasework>>;
beforeAll(async () => {
  rules = await humanitarianCasework();
});
const requestsFor = (papers: readonly CasePaper[]) =>
  judgeCase('a case', { papers, facts: {}, asOf: '2026-11-26' }, rules).requests;

describe('what to ask for next', () => {
  it('asks a file without papers only for what most clients have', () => {
    const criteria = new Set(requestsFor([]).map(({ criterion }) => criterion));
    expect([...criteria].sort()).toEqual(['integration', 'social-vulnerability']);
  });

  it('puts the greatest gain first, and the gain is what the criterion then has more', () => {
    const requests = requestsFor([aPaper('a', 'psychological-report')]);
    expect(requests.map(({ gain }) => gain)).toEqual([...requests.map(({ gain }) => gain)].sort((a, b) => b - a));
    const asked = requests.find(({ rule }) => rule === 'detailed-medical-certificate');
    const withIt = judgeCase(
      'a case',
      {
        papers: [aPaper('a', 'psychological-report'), aPaper('b', 'medical-certificate')],
        facts: {},
        asOf: '2026-11-26',
      },
      rules,
    );
    const now = withIt.criteria.find(({ id }) => id === 'medical')?.strength ?? 0;
    expect(asked?.gain).toBe(now - 60);
  });

  it('does not ask for what the file holds already', () => {
    const rulesOf = (papers: readonly CasePaper[]) => requestsFor(papers).map(({ rule }) => rule);
    expect(rulesOf([aPaper('a', 'language-certificate')])).not.toContain('french-classes');
    expect(rulesOf([aPaper('a', 'language-certificate', { flags: [aFlag('undated'), aFlag('unsigned')] })])).toContain(
      'french-classes',
    );
  });

  it('asks nobody for what they cannot have: the school of children of whom no paper speaks, work or French at seventy-eight', () => {
    const rulesOf = (text: string, birth?: string) => {
      const papers = [
        aPaper('a', 'ngo-statement', { text, languages: [{ code: 'fr', script: 'Latn', confidence: 1, share: 1 }] }),
      ];
      return judgeCase('a case', { papers, facts: { birth }, asOf: '2026-11-26' }, rules).requests.map(
        ({ rule }) => rule,
      );
    };
    expect(rulesOf('Elle vit avec ses deux enfants.')).toContain('school');
    expect(rulesOf('Elle vit seule.')).not.toContain('school');
    expect(rulesOf('Elle vit seule.', '1961-11-27')).toEqual(expect.arrayContaining(['work', 'french-classes']));
    const atSixtyFive = rulesOf('Elle vit avec ses deux enfants.', '1961-11-26');
    expect(atSixtyFive.filter((rule) => ['school', 'work', 'french-classes'].includes(rule))).toEqual([]);
  });

  it('asks for French classes where little is gained by them: a prefecture looks for them by name', () => {
    const strong = ['pay-slip', 'school-certificate', 'tax-notice'].map((type) => aPaper(type, type));
    const asked = requestsFor(strong).find(({ rule }) => rule === 'french-classes');
    expect(asked?.gain).toBeLessThan(4);
  });

  it('asks for nothing new for a criterion on which the file does not rest', () => {
    const hint = aPaper('a', 'ngo-statement', { flags: [aFlag('undated'), aFlag('no-letterhead')] });
    expect(requestsFor([hint]).map(({ rule }) => rule)).not.toContain('complaint');
    expect(requestsFor([aPaper('a', 'ngo-statement')]).map(({ rule }) => rule)).toContain('complaint');
  });

  it('has a weak paper completed, with a letter that says what it lacks and invents nothing', () => {
    const weak = aPaper('a', 'ngo-statement', {
      flags: [aFlag('undated'), aFlag('no-letterhead')],
      letterhead: null,
    });
    const request = requestsFor([weak]).find(({ paper }) => paper === 'a');
    expect(request?.gain).toBe(49);
    expect(request?.what.fr).toContain("la date, l'en-tête");
    expect(request?.letter?.body).toContain('– la date à laquelle le document est établi');
    expect(request?.letter?.fields).toContain('client.nom');
    // All that is not in the pipeline's words is a merge field, or printed on the paper.
    expect(request?.letter?.body).toContain("« Attestation d'association »");
    expect(request?.letter?.body).not.toMatch(/(?<!\{)\{(?!\{)|undefined|null/);
  });

  it('writes to whoever issued the paper', () => {
    const letterhead = {
      present: true,
      issuer: 'Hôpital Nord',
      kind: 'hospital',
      address: null,
      phone: null,
      email: null,
      identifiers: {},
      page: 1,
      box: null,
      confidence: 1,
    };
    const vague = aPaper('a', 'medical-certificate', { flags: [aFlag('vague-medical')], letterhead });
    const request = requestsFor([vague]).find(({ paper }) => paper === 'a');
    expect(request?.letter?.body).toMatch(/^[\s\S]*Docteur, Madame, Monsieur/);
    expect(request?.letter?.body).toContain('établi par Hôpital Nord');
  });
});

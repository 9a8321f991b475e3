import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseRules, judgeCase } from '#casework/judge-case.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { humanitarianCasework } from '../../support/a-case.ts';
import { inOrder, paperOf } from './paper-of.ts';

let rules: CaseRules;
beforeAll(async () => {
  rules = await humanitarianCasework();
});
const judge = (papers: readonly CasePaper[]) =>
  judgeCase('a case', { papers: inOrder(papers), facts: { client: 'Awa Sanogo' }, asOf: '2026-11-26' }, rules);

const TEXT =
  'ПРОТОКОЛ прийняття заяви про кримінальне правопорушення, слідчий відділу поліції капітан поліції прийняв заяву від громадянки';
const report = paperOf({
  key: 'report', type: 'police-report', language: 'uk', flags: ['needs-translation'], text: TEXT, issued: '2025-06-03',
  dates: [{ iso: '2025-06-03', role: 'issue', text: '' }],
}); // biome-ignore format: short
const translation = paperOf({
  key: 'translation', type: 'certified-translation', text: "TRADUCTION DE L'UKRAINIEN\nPROCÈS-VERBAL du 03/06/2025",
  dates: [{ iso: '2025-06-03', role: 'other', text: '' }],
}); // biome-ignore format: short

describe('the matrix', () => {
  const strengthOf = (papers: readonly CasePaper[], key: string) =>
    judge(papers).cells.find(({ paper, criterion }) => paper === key && criterion === 'threat-in-home-country')
      ?.strength;
  it('gives back what a foreign paper lost once its translation is there', () => {
    const [alone, paired] = [strengthOf([report], 'report'), strengthOf([report, translation], 'report')];
    expect(alone).toBeLessThan(paired ?? 0);
  });
  it('counts the best of several copies', () => {
    const photo = { ...report, key: 'photo', record: { ...report.record, ocr: { confidence: 0.8, pages: [] } } };
    const counted = judge([photo, report]).cells.filter(({ isCounted }) => isCounted);
    expect(new Set(counted.map(({ paper }) => paper))).toEqual(new Set(['report']));
  });
});

describe('the findings', () => {
  it('stand in the order of their gravity, each about papers of the case', () => {
    const slip = paperOf({ key: 'slip', type: 'pay-slip', fields: { employee: 'Cheikh DIOP', period: '2026-05' } });
    const { findings } = judge([report, slip]);
    const order = ['blocking', 'weak', 'info'];
    expect(findings.map(({ severity }) => order.indexOf(severity))).toEqual(
      findings.map(({ severity }) => order.indexOf(severity)).toSorted(),
    );
    expect(findings.length).toBeGreaterThan(3);
    for (const { papers, message } of findings) {
      expect(['report', 'slip']).toEqual(expect.arrayContaining(papers));
      // No brace is left in a sentence.
      expect(`${message.fr}${message.en}`).not.toMatch(/[{}]/);
    }
  });
});

describe('a case of 200 papers', () => {
  it('is judged in well under a second on a busy machine', () => {
    const people = ['Awa SANOGO', 'SANOGO Awa', 'Sanogo A.', 'Moussa SANOGO', 'Cheikh DIOP', 'Dr Lemaire Anne'];
    const types = [
      'pay-slip',
      'medical-certificate',
      'police-report',
      'certified-translation',
      'school-certificate',
      'proof-of-address',
    ];
    const papers = Array.from({ length: 200 }, (_none, at) =>
      paperOf({
        key: `p${at}`,
        type: types[at % types.length] ?? 'other',
        issued: `20${20 + (at % 6)}-0${1 + (at % 9)}-15`,
        flags: at % 7 === 0 ? ['needs-translation'] : [],
        fields: {
          person: people[at % people.length] ?? '',
          period: `202${at % 6}-0${1 + (at % 9)}`,
          employer: 'ATLANTIQUE',
        },
        text: Array.from(
          { length: 40 },
          (_line, line) =>
            `Ligne ${line} ${at * 31 + line} de la pièce remise à ${people[(at + line) % 6]} le ${line}/03/2024`,
        ).join('\n'),
      }),
    );
    judge(papers.slice(0, 20));
    const start = process.cpuUsage();
    judge(papers.map((paper) => ({ ...paper })));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(900);
  });
});

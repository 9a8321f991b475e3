import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeCase } from '#casework/judge-case.ts';
import { joinStrengths } from '#casework/matrix/join-strengths.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import { aFlag, aPaper, humanitarianCasework } from '../support/a-case.ts';

let rules: Awaited<ReturnType<typeof humanitarianCasework>>;
beforeAll(async () => {
  rules = await humanitarianCasework();
});

const judge = (papers: readonly CasePaper[]): CaseJudgement =>
  judgeCase('a case', { papers, facts: {}, asOf: '2026-11-26' }, rules);
const criterion = (judged: CaseJudgement, id: string) => judged.criteria.find((one) => one.id === id);

describe('the evidence matrix', () => {
  it('says of a file without papers that everything is missing', () => {
    expect(judge([]).criteria.map(({ coverage, strength }) => [coverage, strength])).toEqual(
      Array.from({ length: 5 }, () => ['missing', 0]),
    );
  });

  it('carries a criterion by sound papers, and ranks it first', () => {
    const judged = judge([aPaper('a', 'medical-certificate'), aPaper('b', 'treatment-plan')]);
    expect(judged.criteria[0]).toMatchObject({ id: 'medical', coverage: 'met', rank: 1, strength: 98 });
    expect(judged.criteria[0]?.because[0]?.papers).toEqual(['a', 'b']);
  });

  it('counts weak papers for less, with the sentence of each flag', () => {
    const judged = judge([aPaper('a', 'ngo-statement', { flags: [aFlag('undated'), aFlag('no-letterhead')] })]);
    const cell = judged.cells.find((one) => one.criterion === 'trafficking-or-domestic-violence');
    expect(cell).toMatchObject({ weight: 0.7, strength: 21, isCounted: true });
    expect(cell?.factors.map(({ rule, value }) => [rule, value])).toEqual([
      ['evidence-table', 1],
      ['undated', 0.5],
      ['no-letterhead', 0.6],
    ]);
    expect(criterion(judged, 'trafficking-or-domestic-violence')).toMatchObject({ coverage: 'weak', strength: 21 });
  });

  it('does not count a paper of the right type that speaks of something else, where its language is known', () => {
    const meals = 'Elle nous aide à distribuer les repas.';
    const saying = (text: string, code: string) => {
      const languages = [{ code, script: 'Latn', confidence: 1, share: 1 }];
      const judged = judge([aPaper('a', 'ngo-statement', { text, languages })]);
      const cell = judged.cells.find((one) => one.criterion === 'trafficking-or-domestic-violence');
      return [cell?.strength, cell?.isCounted, criterion(judged, 'trafficking-or-domestic-violence')?.coverage];
    };
    expect(saying(meals, 'fr')).toEqual([0, false, 'missing']);
    expect(saying(`${meals} Elle a fui un réseau de proxénétisme.`, 'fr')).toEqual([70, true, 'weak']);
    expect(saying('Ajuda-nos a distribuir as refeições.', 'pt')).toEqual([70, true, 'weak']);
  });

  it('does not take low income for a description of how a person lives', () => {
    const income = [aPaper('a', 'benefit-decision'), aPaper('b', 'tax-notice'), aPaper('c', 'tax-notice')];
    const judged = criterion(judge(income), 'social-vulnerability');
    expect(judged).toMatchObject({ coverage: 'weak', strength: 74 });
    expect(judged?.because.map(({ rule }) => rule)).toEqual(['weak', 'nobody-describes']);
    const seen = judge([...income, aPaper('d', 'shelter-attestation')]);
    expect(criterion(seen, 'social-vulnerability')?.coverage).toBe('met');
    const asked = judge(income).requests.find(({ rule }) => rule === 'social-report');
    expect(asked?.gain).toBeGreaterThan(15);
  });

  it("does not count a paper in somebody else's name", () => {
    const certificate = (key: string, person: string) => ({
      ...aPaper(key, 'language-certificate', {
        fields: { person },
        ocr: { confidence: 0.95, pages: [] },
        text: `Attestation d'assiduité\n${person}`,
      }),
      position: 1,
    });
    const papers = [certificate('own', 'Awa SANOGO'), certificate('theirs', 'Mercy OKUNDAYE')];
    const judged = judgeCase('a case', { papers, facts: { client: 'Awa Sanogo' }, asOf: '2026-11-26' }, rules);
    const cell = judged.cells.find(({ paper, criterion: of }) => paper === 'theirs' && of === 'integration');
    expect(cell).toMatchObject({ isCounted: false });
    expect(cell?.factors.at(-1)?.rule).toBe('stranger');
    expect(criterion(judged, 'integration')?.strength).toBe(80);
  });

  it('ranks what carries a file before what supports it, however strong', () => {
    const slips = ['a', 'b', 'c', 'e'].map((key) => aPaper(key, 'pay-slip'));
    const judged = judge([...slips, aPaper('f', 'tax-notice'), aPaper('d', 'medical-certificate')]);
    expect(judged.criteria.slice(0, 2).map(({ id }) => id)).toEqual(['medical', 'integration']);
    expect(criterion(judged, 'integration')?.strength).toBeGreaterThan(criterion(judged, 'medical')?.strength ?? 100);
  });

  it('shows copies, illegible papers and papers of a doubtful kind, and does not count them', () => {
    const doubtful = { type: { id: 'pay-slip', confidence: 0.4, alternatives: [], because: [] } };
    const judged = judge([
      aPaper('first', 'language-certificate'),
      aPaper('copy', 'language-certificate', { copyOf: 'first' }),
      aPaper('blurred', 'tax-notice', { flags: [aFlag('illegible')] }),
      aPaper('doubtful', 'pay-slip', doubtful),
    ]);
    const counted = judged.cells.filter(({ criterion: id, isCounted }) => id === 'integration' && isCounted);
    expect(counted.map(({ paper }) => paper)).toEqual(['first']);
    expect(criterion(judged, 'integration')?.strength).toBe(80);
  });

  it('answers “unclear”, neither yes nor no, when a person has yet to look at what would carry it', () => {
    const doubtful = { type: { id: 'medical-certificate', confidence: 0.4, alternatives: [], because: [] } };
    expect(criterion(judge([aPaper('a', 'medical-certificate', doubtful)]), 'medical')).toMatchObject({
      coverage: 'unclear',
      strength: 0,
    });
  });

  it('lets a fifth pay slip add little, and another kind of paper more', () => {
    const slips = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ paper: key, strength: 40 }));
    const types = (paper: string): string => (paper === 'tax' ? 'tax-notice' : 'pay-slip');
    const four = joinStrengths(slips.slice(0, 4), types, 0.5);
    expect(joinStrengths(slips, types, 0.5) - four).toBeLessThanOrEqual(2);
    expect(joinStrengths([...slips.slice(0, 4), { paper: 'tax', strength: 40 }], types, 0.5) - four).toBeGreaterThan(
      10,
    );
  });
});

describe('every judgement can be traced', () => {
  const typeIds = ['police-report', 'medical-certificate', 'pay-slip', 'ngo-statement', 'news-article', 'other'];
  const flagCodes = ['undated', 'unsigned', 'no-letterhead', 'illegible', 'needs-translation'];
  const paperList = fc
    .array(
      fc.record({
        type: fc.constantFrom(...typeIds),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        flags: fc.subarray(flagCodes, { maxLength: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(({ type, confidence, flags }, index) =>
        aPaper(`p${index}`, type, {
          type: { id: type, confidence, alternatives: [], because: [] },
          flags: flags.map(aFlag),
        }),
      ),
    );

  it('remove a paper, and only its own lines go; no criterion gets stronger by it', () => {
    fc.assert(
      fc.property(paperList, fc.nat(), (papers, which) => {
        const gone = papers[which % Math.max(1, papers.length)];
        const before = judge(papers);
        const after = judge(papers.filter((paper) => paper !== gone));
        expect(after.cells.map(({ paper, criterion: id, strength }) => `${paper} ${id} ${strength}`).sort()).toEqual(
          before.cells
            .filter(({ paper }) => paper !== gone?.key)
            .map(({ paper, criterion: id, strength }) => `${paper} ${id} ${strength}`)
            .sort(),
        );
        for (const { id, strength } of after.criteria) {
          const was = criterion(before, id)?.strength ?? 0;
          expect(strength).toBeLessThanOrEqual(was);
          const spoke = before.cells.some(
            (cell) => cell.paper === gone?.key && cell.criterion === id && cell.isCounted,
          );
          if (!spoke) expect(strength).toBe(was);
        }
      }),
    );
  });

  it('gives the same judgement whatever the order of the papers, and every strength is weight times factors', () => {
    fc.assert(
      fc.property(paperList, (papers) => {
        const judged = judge(papers);
        expect(judge([...papers].reverse()).criteria).toEqual(judged.criteria);
        for (const { weight, factors, strength } of judged.cells)
          expect(strength).toBe(Math.round(100 * factors.reduce((all, { value }) => all * value, weight)));
      }),
    );
  });
});

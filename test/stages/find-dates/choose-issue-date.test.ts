import { describe, expect, it } from 'vitest';
import type { IssueDateRules } from '#definitions/issue-date.schema.ts';
import type { Line } from '#domain/page-reading.ts';
import { findDocumentDates } from '#stages/find-dates/find-document-dates.ts';
import { line, page, readDateKnowledge } from './paper.ts';

const { cues } = await readDateKnowledge();

/** Every day is as likely as "none" (odds of 1 to 1), and nothing speaks for one of them. */
const EVEN: IssueDateRules = { base: 0, weights: {}, takeAt: 0.5, listAt: 0.1 };
const chosen = (lines: readonly Line[], rules: Partial<IssueDateRules> = {}) =>
  findDocumentDates([page(lines)], '2026-11-23', { cues, issueDate: { ...EVEN, ...rules } });
/** A day on a line of its own, so far down the page; read as surely as told. */
const day = (text: string, y: number, confidence = 1): Line => {
  const { words, ...rest } = line(text, [0.1, y]);
  return { ...rest, words: words.map((word) => ({ ...word, confidence })) };
};
/** How sure a day with its month in words is by its format alone. */
const FORMAT = 0.98;
const [march, april, may] = [day('12 mars 2024', 0.3), day('15 avril 2024', 0.4), day('20 mai 2024', 0.5)];

describe('the chances of days', () => {
  it.each([
    ['even odds', 1, 0.5],
    ['odds of three to one', 3, 0.75],
    ['odds of nine to one', 9, 0.9],
  ])('of one day against none at %s add up to 1', (_, odds, chance) =>
    expect(chosen([march], { base: Math.log(odds) }).issueDate?.confidence).toBeCloseTo(FORMAT * chance, 3),
  );
  it('are shared among the days, and none keeps its own: of three, a quarter each, as sure as the format is', () => {
    const { issueDate, issueCandidates } = chosen([march, april, may]);
    expect([issueDate, ...issueCandidates].map((one) => [one?.iso, one?.confidence])).toEqual([
      ['2024-03-12', 0.245],
      ['2024-04-15', 0.245],
      ['2024-05-20', 0.245],
    ]);
  });
  it('grow by the weight of each sign, and the likeliest comes first', () => {
    // The last of three has odds of 3 to 1 and each other 1 to 1: of six parts, three are its own. Three decimals are kept.
    const { issueDate, issueCandidates } = chosen([march, april, may], { weights: { last: Math.log(3) } });
    expect([issueDate, ...issueCandidates].map((one) => [one?.iso, one?.confidence])).toEqual([
      ['2024-05-20', 0.49],
      ['2024-03-12', 0.163],
      ['2024-04-15', 0.163],
    ]);
  });
  it('shrink by a sign that speaks against a day', () => {
    // Half a part for the first, one for the second, one for none.
    const { issueDate, issueCandidates } = chosen([march, april], { weights: { first: Math.log(1 / 2) } });
    expect([issueDate, ...issueCandidates].map((one) => [one?.iso, one?.confidence])).toEqual([
      ['2024-04-15', 0.392],
      ['2024-03-12', 0.196],
    ]);
  });
  it('of a day that is printed twice are those of its best place', () => {
    const again = day('12 mars 2024', 0.7);
    const { issueDate, issueCandidates } = chosen([march, again], { weights: { last: Math.log(3) } });
    expect(issueDate).toMatchObject({ iso: '2024-03-12', confidence: 0.735, box: [0.1, 0.7, 0.12, 0.012] });
    expect(issueCandidates).toEqual([]);
  });
});

describe('the date of issue', () => {
  it('is taken from the chance on that the rules ask for, against none alone', () => {
    expect(chosen([march], { takeAt: 0.5 }).issueDate?.iso).toBe('2024-03-12');
    expect(chosen([march], { takeAt: 0.51 }).issueDate).toBeNull();
    // Two that share the chances leave open which it is, not whether there is one.
    expect(chosen([march, april], { base: Math.log(3), takeAt: 0.75 }).issueDate?.iso).toBe('2024-03-12');
    expect(chosen([march, april], { base: Math.log(3), takeAt: 0.76 }).issueDate).toBeNull();
  });
  it('that is not taken stands first among the candidates', () => {
    const { issueDate, issueCandidates } = chosen([march, april], { takeAt: 0.9 });
    expect(issueDate).toBeNull();
    expect(issueCandidates.map(({ iso }) => iso)).toEqual(['2024-03-12', '2024-04-15']);
  });
  it('and its candidates are listed from a chance on', () => {
    expect(chosen([march, april, may], { listAt: 0.25 }).issueCandidates).toHaveLength(2);
    expect(chosen([march, april, may], { listAt: 0.26 })).toMatchObject({ issueDate: null, issueCandidates: [] });
  });
  it('is none on a paper that bears no date', () => {
    expect(chosen([line('Attestation', [0.1, 0.3])])).toMatchObject({ issueDate: null, issueCandidates: [] });
  });
  it('says where it stands, as it is printed', () => {
    expect(chosen([march]).issueDate).toEqual({
      iso: '2024-03-12',
      text: '12 mars 2024',
      page: 1,
      box: [0.1, 0.3, 0.12, 0.012],
      confidence: 0.49,
    });
  });
});

describe('how surely a date was read', () => {
  it.each([
    ['wholly', 1, 0.49],
    ['half', 0.5, 0.392],
    ['not at all', 0, 0.294],
  ])('depends on the recogniser for two fifths: %s sure of its words', (_, words, confidence) =>
    expect(chosen([day('12 mars 2024', 0.3, words)]).issueDate?.confidence).toBe(confidence),
  );
});

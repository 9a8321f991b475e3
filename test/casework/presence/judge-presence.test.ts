import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePresence } from '#casework/presence/judge-presence.ts';
import { monthsBetween } from '#casework/presence/months.ts';
import type { Presence } from '#domain/case-judgement.ts';
import type { CaseFacts } from '#domain/case-paper.ts';
import { caseKnowledge } from '../case-knowledge.ts';
import { outlinePaper, type PaperOutline } from '../outline-paper.ts';

const { presence: rules } = await caseKnowledge();
const FRENCH = { address: '12 rue de la Paix 75002 Paris', phone: '01 42 00 00 00' };

function presenceOf(papers: readonly PaperOutline[], asOf = '2026-11-23', facts: CaseFacts = {}): Presence {
  const keyed = papers.map((paper, index) => outlinePaper({ key: `${index + 1}:1`, letterhead: FRENCH, ...paper }));
  return judgePresence({ papers: keyed, facts, asOf }, rules);
}
const monthsOf = (presence: Presence, state: Presence['months'][number]['state']) =>
  presence.months.filter((month) => month.state === state).map(({ month }) => month);
const paySlip = (period: string): PaperOutline => ({ type: 'pay-slip', fields: { period } });

describe('what papers prove', () => {
  it('a pay slip its month', () => expect(monthsOf(presenceOf([paySlip('2026-10')]), 'proven')).toEqual(['2026-10']));
  it('a tax notice the year of the income, thinly', () => {
    for (const year of ['2024', 2024]) {
      const presence = presenceOf([{ type: 'tax-notice', issued: '2025-08-01', fields: { year } }]);
      expect(monthsOf(presence, 'thin')).toEqual(monthsBetween('2024-01', '2024-12'));
      expect(monthsOf(presence, 'proven')).toEqual([]);
    }
  });
  it.each(['2025-2026', '2025/26', '2025 – 2026'])(
    'a school certificate of %s the months until it was issued, the rest of the year thinly',
    (schoolYear) => {
      const presence = presenceOf([{ type: 'school-certificate', issued: '2026-01-15', fields: { schoolYear } }]);
      expect(monthsOf(presence, 'proven')).toEqual(monthsBetween('2025-09', '2026-01'));
      expect(monthsOf(presence, 'thin')).toEqual(monthsBetween('2026-02', '2026-07'));
    },
  );
  it('a school certificate with a torn year the month of its issue', () => {
    const presence = presenceOf([
      { type: 'school-certificate', issued: '2026-01-15', fields: { schoolYear: '2025-2031' } },
    ]);
    expect(monthsOf(presence, 'proven')).toEqual(['2026-01']);
  });
  it('a shelter its stay, until it wrote', () => {
    const dates = [{ iso: '2025-11-06', role: 'period-start' as const, text: '06/11/2025' }];
    expect(monthsOf(presenceOf([{ type: 'shelter-attestation', issued: '2026-02-15', dates }]), 'proven')).toEqual(
      monthsBetween('2025-11', '2026-02'),
    );
    const ended = [...dates, { iso: '2025-12-20', role: 'period-end' as const, text: '20/12/2025' }];
    expect(
      monthsOf(presenceOf([{ type: 'shelter-attestation', issued: '2026-02-15', dates: ended }]), 'proven'),
    ).toEqual(['2025-11', '2025-12']);
  });
  it('a receipt the month it was given out, and its validity thinly, no further than today', () => {
    const presence = presenceOf([
      { type: 'application-receipt', issued: '2026-09-10', fields: { expiry: '2027-03-09' } },
    ]);
    expect(monthsOf(presence, 'proven')).toEqual(['2026-09']);
    expect(monthsOf(presence, 'thin')).toEqual(['2026-10', '2026-11']);
  });
  it('a paper from abroad, in French too, nothing', () => {
    const dakar = {
      issuer: 'Hôpital principal',
      address: '1 avenue Nelson Mandela, Dakar',
      phone: '+221 33 839 50 50',
    };
    expect(presenceOf([{ type: 'hospital-letter', issued: '2024-05-02', letterhead: dakar }]).months).toEqual([]);
    const belgian = {
      type: 'medical-certificate',
      issued: '2024-05-02',
      text: 'ROYAUME DE BELGIQUE CPAS de Liège',
      letterhead: { address: 'rue Haute 12, 4000 Liège' },
    };
    expect(presenceOf([belgian]).months).toEqual([]);
    expect(
      presenceOf([{ type: 'pay-slip', language: 'es', fields: { period: '2024-05' }, letterhead: {} }]).months,
    ).toEqual([]);
  });
  it('one that only its language makes French, thinly', () => {
    expect(
      monthsOf(presenceOf([{ type: 'medical-certificate', issued: '2026-05-02', letterhead: {} }]), 'thin'),
    ).toEqual(['2026-05']);
  });
  it('one with a French register number, for sure', () => {
    const letterhead = { identifiers: { rpps: '10001234567' } };
    expect(monthsOf(presenceOf([{ type: 'medical-certificate', issued: '2026-05-02', letterhead }]), 'proven')).toEqual(
      ['2026-05'],
    );
  });
  it('less where the date, the type or the name is in doubt', () => {
    for (const doubt of [{ issuedConfidence: 0.3 }, { confidence: 0.4 }, { flags: ['name-mismatch'] }]) {
      expect(monthsOf(presenceOf([{ type: 'police-report', issued: '2026-05-02', ...doubt }]), 'thin')).toEqual([
        '2026-05',
      ]);
    }
  });
  it('nothing as copies, as papers of the future, or without a date', () => {
    expect(presenceOf([{ ...paySlip('2026-05'), copyOf: '9:1' }]).months).toEqual([]);
    expect(presenceOf([paySlip('2027-05')]).months).toEqual([]);
    expect(presenceOf([{ type: 'medical-certificate' }, { type: 'passport', issued: '2026-05-02' }]).months).toEqual(
      [],
    );
  });
  it('together: the proving ones first, a thin one does not weaken them', () => {
    const presence = presenceOf([{ type: 'ngo-statement', issued: '2026-10-02' }, paySlip('2026-10')]);
    expect(presence.months[0]).toEqual({ month: '2026-10', state: 'proven', papers: ['2:1', '1:1'] });
  });
});

describe('the count of months', () => {
  const entryOn = (iso: string, key = 'p'): PaperOutline => ({
    key,
    type: 'police-report',
    issued: '2025-03-02',
    dates: [{ iso, role: 'entry', text: iso }],
  });

  it('begins with the entry that the case states', () => {
    const presence = presenceOf([entryOn('2024-06-14')], '2026-11-23', { entry: '2024-02-10' });
    expect(presence).toMatchObject({ from: '2024-02', to: '2026-11' });
    expect(presence.fromBecause?.message.fr).toBe('Entrée en France selon le dossier : 10 février 2024.');
    expect(presence.because.map(({ rule }) => rule)).toContain('entries-differ');
  });
  it('else with the one that most papers print', () => {
    const presence = presenceOf([entryOn('2024-06-14', 'a'), entryOn('2024-06-14', 'b'), entryOn('2021-01-01', 'c')]);
    expect(presence.fromBecause).toMatchObject({ rule: 'entry', papers: ['a', 'b'] });
    expect(presence.from).toBe('2024-06');
    expect(presence.because.find(({ rule }) => rule === 'entries-differ')?.message.fr).toContain(
      '1er janvier 2021, 14 juin 2024',
    );
  });
  it('else with the first proof', () => {
    const presence = presenceOf([paySlip('2025-03'), paySlip('2024-11')]);
    expect(presence.fromBecause).toMatchObject({ rule: 'first-proof', papers: ['2:1'] });
    expect(presence.from).toBe('2024-11');
  });
  it('else not at all', () => {
    expect(presenceOf([])).toEqual({ from: null, to: null, fromBecause: null, months: [], stretches: [], because: [] });
  });
  it('says so when only the year of entry is known', () => {
    const presence = presenceOf([], '2026-11-23', { entry: '2025' });
    expect(presence).toMatchObject({ from: '2025-01', to: '2026-11' });
    expect(presence.because.map(({ rule }) => rule)).toEqual(['total', 'entry-short']);
  });
  it('counts nothing when the entry lies in the future, and says so', () => {
    const presence = presenceOf([paySlip('2025-03')], '2026-11-23', { entry: '2027-02-10' });
    expect(presence.months).toEqual([]);
    expect(presence.because[0]?.message.en).toContain('lies after the day of this count');
  });
  it('tells of a proof from before the entry', () => {
    const presence = presenceOf([paySlip('2023-05')], '2026-11-23', { entry: '2024-02-10' });
    expect(presence.because.at(-1)).toMatchObject({ rule: 'earlier-proof', papers: ['1:1'] });
  });
  it('names long empty and thin stretches, over the turn of the year', () => {
    const presence = presenceOf(
      [paySlip('2025-09'), paySlip('2026-02'), { type: 'tax-notice', fields: { year: 2024 } }],
      '2026-02-10',
      { entry: '2024-01-05' },
    );
    expect(presence.stretches.map(({ from, to, state }) => [from, to, state])).toEqual([
      ['2024-01', '2024-12', 'thin'], ['2025-01', '2025-08', 'empty'], ['2025-10', '2026-01', 'empty'],
    ]); // biome-ignore format: a table reads better in rows
    expect(presence.stretches[2]?.because.message.fr).toMatch(/^4 mois sans document \(octobre 2025 – janvier 2026\)/);
    expect(presence.because[0]?.message.en).toBe('Of 26 months: 2 proven, 12 thinly, 12 without a paper.');
  });
});

describe('over ten years', () => {
  const aMonth = fc
    .integer({ min: 0, max: 130 })
    .map((number) => monthsBetween('2016-01', '2026-12')[number] ?? '2016-01');
  const aPaperOfAMonth = fc
    .tuple(fc.constantFrom('pay-slip', 'medical-certificate', 'ngo-statement'), aMonth)
    .map(([type, month]): PaperOutline => ({ type, issued: `${month}-28`, fields: { period: month } }));

  it('every month from the entry to the day is there once, and a further paper takes nothing away', () => {
    fc.assert(
      fc.property(fc.array(aPaperOfAMonth, { maxLength: 40 }), aPaperOfAMonth, (papers, more) => {
        const facts = { entry: '2016-11-30' };
        const before = presenceOf(papers, '2026-11-23', facts);
        expect(before.months.map(({ month }) => month)).toEqual(monthsBetween('2016-11', '2026-11'));
        const after = presenceOf([...papers, more], '2026-11-23', facts);
        const worth = { empty: 0, thin: 1, proven: 2 };
        before.months.forEach(({ month, state, papers: keys }, index) => {
          expect(keys.length > 0).toBe(state !== 'empty');
          expect(worth[after.months[index]?.state ?? 'empty'], month).toBeGreaterThanOrEqual(worth[state]);
        });
      }),
      { numRuns: 60 },
    );
  });
  it('a paper taken away changes only the months that it spoke of', () => {
    const papers = [paySlip('2020-05'), paySlip('2020-06'), { type: 'tax-notice', fields: { year: 2021 } }].map(
      (paper, index) => ({ ...paper, key: `k${index}` }),
    );
    const facts = { entry: '2016-11-30' };
    const all = presenceOf(papers, '2026-11-23', facts);
    const less = presenceOf(papers.slice(0, 2), '2026-11-23', facts);
    const changed = all.months.filter((month, index) => month.state !== less.months[index]?.state);
    expect(changed.every(({ papers: keys }) => keys.includes('k2'))).toBe(true);
    expect(changed).toHaveLength(12);
  });
});

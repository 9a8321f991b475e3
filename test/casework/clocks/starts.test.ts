import { describe, expect, it } from 'vitest';
import type { PaperOutline } from '../outline-paper.ts';
import { aDelay, clockOf, clocksOf, clocksUnder, notified, PAPERS } from './clock-of.ts';

const event = (iso: string, text: string) => ({ iso, role: 'event' as const, text });

describe('the day of notification', () => {
  const rule = 'refusal-appeal';
  const startOf = (paper: PaperOutline) => clockOf(rule, '2026-11-01', [paper]).from?.iso;

  it('may be the day of the decision itself, and is not before it', () => {
    expect(clockOf(rule, '2026-11-01', [notified(PAPERS.refusal, '2026-10-05')]).state).toBe('running');
    expect(clockOf(rule, '2026-11-01', [notified(PAPERS.refusal, '2026-10-04')])).toMatchObject({
      state: 'unclear',
      from: { iso: '2026-10-05' },
    });
  });
  it('is the earliest of several', () => {
    const text = `${PAPERS.refusal.text} Notifiée le 12/10/2026. Remise en main propre le 08/10/2026. Reçue le 15/10/2026`;
    const dates = [
      event('2026-10-12', '12/10/2026'),
      event('2026-10-08', '08/10/2026'),
      event('2026-10-15', '15/10/2026'),
    ];
    expect(startOf({ ...PAPERS.refusal, text, dates })).toBe('2026-10-08');
  });
  it('is found also when the same day stands elsewhere in the letter', () => {
    const text = `Entretien du 08/10/2026 au guichet. ${PAPERS.refusal.text} Notifiée le 08/10/2026`;
    expect(startOf({ ...PAPERS.refusal, text, dates: [event('2026-10-08', '08/10/2026')] })).toBe('2026-10-08');
  });
  it('that was read with a confidence of six tenths is certain', () => {
    const read = (confidence: number) => {
      const paper = notified(PAPERS.refusal, '2026-10-08');
      return clockOf(rule, '2026-11-01', [
        { ...paper, dates: (paper.dates ?? []).map((date) => ({ ...date, confidence })) },
      ]);
    };
    expect(read(0.6).state).toBe('running');
    expect(read(0.59).state).toBe('unclear');
    expect(read(0.59).message.fr).toContain('La date (8 octobre 2026) a été lue sans certitude');
  });
  it('is no date that a code carries and the letter does not print', () => {
    expect(startOf({ ...PAPERS.refusal, dates: [event('2026-10-08', '')] })).toBe('2026-10-05');
  });
});

describe('the day of an appointment', () => {
  const rule = 'appointment';
  const summons = (words: string, dates: NonNullable<PaperOutline['dates']>): PaperOutline => ({
    type: 'prefecture-decision',
    text: `CONVOCATION ${words}`,
    dates,
  });

  it('is no day of birth, and no day of a law', () => {
    const birth = { iso: '1990-03-14', role: 'birth' as const, text: '14/03/1990' };
    const law = { iso: '2024-01-26', role: 'law' as const, text: '26 janvier 2024' };
    const paper = summons('de Mme Tesfay née le 14/03/1990, loi du 26 janvier 2024', [birth, law]);
    expect(clockOf(rule, '2026-11-01', [paper])).toMatchObject({ state: 'unclear', due: null, from: null, ends: [] });
  });
  it('is told to be missing when only a month is printed', () => {
    const month = { iso: '2026-12', role: 'other' as const, text: 'décembre 2026' };
    const clock = clockOf(rule, '2026-11-01', [summons(': vous présenter en décembre 2026', [month])]);
    expect(clock).toMatchObject({ state: 'unclear', due: null });
    expect(clock.message).toEqual({
      fr: 'À vérifier : aucune date sûre. La date qui fait partir ce délai ne se lit pas sur le document.',
      en: 'To be checked: no date is certain. The date that starts this delay was not found on the paper.',
    });
  });
});

describe('an end of validity', () => {
  const passport = (changes: Partial<PaperOutline>) =>
    clockOf('passport-expiry', '2026-11-01', [{ type: 'passport', ...changes }]);
  const expiry = (iso: string) => ({ iso, role: 'expiry' as const, text: iso });

  it('that was read as no date, or as a day that never was, gives way to the next place', () => {
    const dates = [expiry('2029-08-31')];
    for (const unreadable of ['illisible', '2029-02-30', '31/08/2029'])
      expect(passport({ fields: { expiry: unreadable }, dates }).due).toBe('2029-08-31');
  });
  it('is the last of those that are printed', () => {
    expect(passport({ dates: [expiry('2024-08-31'), expiry('2029-08-31')] }).due).toBe('2029-08-31');
  });
  it('is the first of those that are printed where the rule says so', () => {
    const starts = {
      kinds: ['passport'],
      which: 'each' as const,
      dates: [{ from: 'role' as const, role: 'expiry' as const, pick: 'first' as const }],
    };
    const papers = [{ type: 'passport', dates: [expiry('2024-08-31'), expiry('2029-08-31')] }];
    expect(clocksUnder({ id: 'passport-expiry', starts }, '2026-11-01', papers)[0]?.due).toBe('2024-08-31');
  });
  it('that was worked out from others has no place: it is shown on the first page of its paper', () => {
    const workedOut = (pages: { from: number; to: number; of: number } | null) =>
      passport({ fields: { expiry: '2029-08-31' }, record: { fieldPlaces: {}, pages } });
    expect(workedOut({ from: 3, to: 4, of: 4 })).toMatchObject({
      state: 'running',
      from: { iso: '2029-08-31', page: 3, box: null },
    });
    expect(workedOut(null).from).toMatchObject({ page: 1, box: null });
  });
  it('of which only the year or the month is printed is that first day at the earliest', () => {
    expect(passport({ dates: [expiry('2029')] })).toMatchObject({ state: 'unclear', due: '2029-01-01' });
    expect(passport({ dates: [expiry('2029-08')] })).toMatchObject({ state: 'unclear', due: '2029-08-01' });
    expect(passport({ dates: [expiry('2029-08')] }).message.en).toContain(
      'The printed date (August 2029) does not say the day.',
    );
  });
});

describe('the date of a paper', () => {
  const followUp = (issued: string) => clockOf('follow-up', '2026-11-14', [{ ...PAPERS.deposit, issued }]);

  it('may be today', () => expect(followUp('2026-11-14').state).toBe('running'));
  it('that lies in the future leaves the clock unclear', () => {
    expect(followUp('2026-11-15').state).toBe('unclear');
    expect(followUp('2026-11-15').message.fr).toContain('La date du document (15 novembre 2026) est dans le futur.');
  });
  it('of which only the month is printed leaves the clock unclear, counted from its first day', () => {
    expect(followUp('2026-11')).toMatchObject({ state: 'unclear', due: '2026-11-22', from: { iso: '2026-11' } });
  });
});

describe('of several papers that start one clock', () => {
  const bills = (...issued: (string | null)[]) =>
    clockOf(
      'proof-of-address',
      '2026-11-01',
      issued.map((day) => ({ type: 'proof-of-address', issued: day })),
    );
  const deposits = (...issued: (string | null)[]) =>
    clockOf(
      'decision-time',
      '2026-11-14',
      issued.map((day) => ({ ...PAPERS.deposit, issued: day })),
    );

  it('the latest counts where the latest serves', () => {
    expect(bills('2026-08-15', '2026-10-15', '2026-09-15').paper).toBe('2:1');
    expect(bills('2026-10-15', '2026-08-15', '2026-09-15').paper).toBe('1:1');
  });
  it('the first counts where the first set it going', () => {
    expect(deposits('2026-11-03', '2026-11-01', '2026-11-02').paper).toBe('2:1');
  });
  it('one without a date counts only when none has one', () => {
    expect(bills(null, '2026-08-15').paper).toBe('2:1');
    expect(deposits(null, '2026-11-01').paper).toBe('2:1');
    expect(deposits('2026-11-01', null).paper).toBe('1:1');
    expect(deposits(null, null)).toMatchObject({ paper: '1:1', due: null, from: null });
  });
  it('of two of the same day the one that came in first counts as the first', () => {
    expect(deposits('2026-11-01', '2026-11-01').paper).toBe('1:1');
    expect(bills('2026-10-15', '2026-10-15').paper).toBe('2:1');
  });
});

describe('two clocks are one', () => {
  const requests = (...papers: PaperOutline[]) =>
    clocksOf('2026-11-14', papers)
      .filter(({ rule }) => rule === 'request-for-papers')
      .map(({ paper, due }) => [paper, due]);
  const { request } = PAPERS;
  const undated = { ...request, issued: null };
  const until = (issued: string): PaperOutline => ({
    ...request,
    issued,
    text: `${request.text} Sans réponse au 30/11/2026`,
    dates: [{ iso: '2026-11-30', role: 'other', text: '30/11/2026' }],
  });

  it('when letters of one day have one last day, not when one of these differs', () => {
    expect(requests(request, request)).toEqual([['1:1', '2026-11-24']]);
    const ofTenDays = { ...request, text: `${request.text} À produire sous dix jours.` };
    expect(requests(request, ofTenDays)).toEqual([
      ['2:1', '2026-11-19'],
      ['1:1', '2026-11-24'],
    ]);
    expect(requests(until('2026-11-02'), until('2026-11-09'))).toEqual([
      ['1:1', '2026-11-30'],
      ['2:1', '2026-11-30'],
    ]);
  });
  it('never when a letter bears no date: each of them has to be looked at', () => {
    expect(requests(undated, undated)).toEqual([
      ['1:1', null],
      ['2:1', null],
    ]);
    expect(requests(request, undated)).toEqual([
      ['1:1', '2026-11-24'],
      ['2:1', null],
    ]);
    expect(requests(undated, request)).toEqual([
      ['2:1', '2026-11-24'],
      ['1:1', null],
    ]);
  });
  it('never when they are of two sorts, though of one day and with one last day', () => {
    const removal = { ...PAPERS.removal, text: `${PAPERS.removal.text} Il est assigné à résidence.` };
    const papers = [notified(removal, '2026-10-12'), notified(PAPERS.houseArrest, '2026-10-12')];
    expect(clocksOf('2026-10-13', papers).map(({ rule, due }) => [rule, due])).toEqual([
      ['removal-appeal', '2026-10-19'], ['house-arrest-appeal', '2026-10-19'],
    ]); // biome-ignore format: a table reads better in rows
  });
});

describe('the day by which to act', () => {
  const receipt = (issued: string | null) =>
    clockOf('receipt-lapses', '2026-10-01', [{ ...PAPERS.receipt, issued }]).actBy;

  it('lies fifteen days before a receipt lapses, and not before the receipt was issued', () => {
    expect(receipt('2026-04-10')).toBe('2026-09-24');
    expect(receipt('2026-10-01')).toBe('2026-10-01');
    expect(receipt('2026-10-09')).toBe('2026-10-09');
  });
  it('is held to no date of issue that lies after the end, or that does not say the day', () => {
    expect(receipt('2026-10-10')).toBe('2026-09-24');
    expect(receipt('2026-10')).toBe('2026-09-24');
    expect(receipt(null)).toBe('2026-09-24');
  });
  it('ends a time that begins so many days before the end, where the rule counts it so', () => {
    const rule = { id: 'follow-up', ends: [aDelay('three weeks', 21)], opensBefore: { months: 0, days: 10, hours: 0 } };
    expect(clocksUnder(rule, '2026-11-14', [{ ...PAPERS.deposit, issued: '2026-11-02' }])).toMatchObject([
      { opens: '2026-11-13', due: '2026-11-23', actBy: null },
    ]);
  });
});

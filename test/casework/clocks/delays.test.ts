import { describe, expect, it } from 'vitest';
import { aDelay, clockOf, clocksUnder, notified, PAPERS } from './clock-of.ts';

describe('a delay printed on a request for papers', () => {
  const rule = 'request-for-papers';
  const asking = (words: string) => ({ ...PAPERS.request, text: `${PAPERS.request.text} ${words}` });
  const due = (words: string) => clockOf(rule, '2026-11-14', [notified(asking(words), '2026-11-12')]).due;

  it.each([
    ['À produire sous 30 jours.', '2026-12-12'],
    ['À produire sous huit jours.', '2026-11-20'],
    ['À produire dans un délai de trois semaines.', '2026-12-03'],
    ['À produire dans le délai de deux (2) mois.', '2027-01-12'],
    ['À produire dans les 48 heures.', '2026-11-14'],
    // Hours count by the day they end on.
    ['À produire dans les 72 h.', '2026-11-15'],
  ])('%s ends on %s', (words, last) => expect(due(words)).toBe(last));

  it('is one only behind the words that give a delay, and in a unit of time', () => {
    expect(due('Reçu par le bureau 30 jours ouvrables.')).toBe('2026-11-27');
    expect(due('À produire sous 30 exemplaires.')).toBe('2026-11-27');
  });
  it('is found when it was read as a field of the letter, in capitals as it stands there', () => {
    const letter = { ...notified(PAPERS.request, '2026-11-12'), fields: { deadline: 'DIX JOURS' } };
    expect(clockOf(rule, '2026-11-14', [letter])).toMatchObject({ due: '2026-11-22', state: 'soon' });
    const unread = { ...letter, fields: { deadline: 'à définir' } };
    expect(clockOf(rule, '2026-11-14', [unread]).due).toBe('2026-11-27');
  });
  it('still runs from the notification: while that is not known, its end is the earliest', () => {
    const clock = clockOf(rule, '2026-11-14', [asking('À produire sous trente jours.')]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-12-09' });
    expect(clock.message.en).toContain('The day of notification (handing over or receipt) is what counts');
  });
  it('is counted as the usual delay is, here a franc one that ends on no Saturday', () => {
    const letter = notified(asking('À produire sous dix jours.'), '2026-11-10');
    const dueUnder = (changes: Parameters<typeof aDelay>[2]) =>
      clocksUnder({ id: rule, ends: [aDelay('usual', 15, changes)] }, '2026-11-12', [letter])[0]?.due;
    expect(dueUnder({})).toBe('2026-11-20');
    expect(dueUnder({ isFranc: true })).toBe('2026-11-21');
    expect(dueUnder({ isFranc: true, isProlonged: true })).toBe('2026-11-23');
  });
  it('is counted to its last day, whatever that is, where no usual delay is known', () => {
    const letter = notified(asking('À produire sous dix jours.'), '2026-11-11');
    expect(clocksUnder({ id: rule, ends: [] }, '2026-11-12', [letter])[0]?.due).toBe('2026-11-21');
  });
});

describe('a last day printed on a request for papers', () => {
  const rule = 'request-for-papers';
  /** The letter, received on 12 November, that wants an answer by a day. */
  const answerBy = (iso: string, confidence = 0.95) => {
    const printed = iso.split('-').reverse().join('/');
    const letter = notified(PAPERS.request, '2026-11-12');
    return {
      ...letter,
      text: `${letter.text}. Réponse au plus tard le ${printed}`,
      dates: [...(letter.dates ?? []), { iso, role: 'other' as const, text: printed, confidence }],
    };
  };
  const due = (iso: string, confidence?: number) => clockOf(rule, '2026-11-12', [answerBy(iso, confidence)]).due;

  it('comes before every delay, also when it is the day of receipt itself', () => {
    expect(due('2026-12-04')).toBe('2026-12-04');
    expect(due('2026-11-12')).toBe('2026-11-12');
  });
  it('is taken when it lies within 120 days; a later one is some other date', () => {
    expect(due('2027-03-12')).toBe('2027-03-12');
    expect(due('2027-03-13')).toBe('2026-11-27');
  });
  it('is not taken before the letter was received, nor when it was not read with certainty', () => {
    expect(due('2026-11-11')).toBe('2026-11-27');
    expect(due('2026-12-04', 0.59)).toBe('2026-11-27');
    expect(due('2026-12-04', 0.6)).toBe('2026-12-04');
  });
});

describe('the delay of a decision', () => {
  const former = { ...PAPERS.removal, issued: '2024-07-14' };
  const daysOf = (paper: Parameters<typeof clockOf>[2][number]) =>
    clockOf('removal-appeal', '2024-07-20', [paper]).ends.map(({ iso }) => iso);

  it('is that of the law on the day it was taken, also when it was notified under a later one', () => {
    // 15 August is a holiday.
    expect(daysOf(notified(former, '2024-07-16'))).toEqual(['2024-07-18', '2024-07-31', '2024-08-16']);
  });
  it('that bears no date is that of the law on the day of its notification', () => {
    const undated = { ...former, issued: null };
    expect(daysOf(notified(undated, '2024-07-12'))).toEqual(['2024-07-14', '2024-07-27', '2024-08-12']);
    expect(daysOf(notified(undated, '2024-07-16'))).toEqual(['2024-07-18', '2024-07-23', '2024-08-16']);
  });
  it('of which only the month is printed is that of every law that month saw', () => {
    expect(daysOf(notified({ ...former, issued: '2024-07' }, '2024-07-20'))).toEqual([
      '2024-07-22',
      '2024-07-27',
      '2024-08-04',
      '2024-08-19',
      '2024-08-20',
    ]);
    expect(daysOf(notified({ ...former, issued: '2024-06' }, '2024-07-20'))).toHaveLength(3);
    expect(daysOf(notified({ ...former, issued: '2024-08' }, '2024-08-20'))).toHaveLength(3);
  });
  it('that is possible only if the paper says so is not thought of when it does not', () => {
    const refusal = notified({ ...PAPERS.refusal, text: 'Je rejette votre demande.' }, '2026-10-08');
    expect(clockOf('refusal-appeal', '2026-10-10', [refusal])).toMatchObject({
      due: '2026-12-09',
      ends: [{ iso: '2026-12-09' }],
    });
  });
  it('has the source of its rule while several are possible, and its own once it is the only one', () => {
    expect(clockOf('removal-appeal', '2026-10-06', [PAPERS.removal]).source).toBe('CESEDA, art. L.614-1 à L.614-3');
    expect(clockOf('removal-appeal', '2026-10-06', [PAPERS.removalOfAMonth]).source).toBe(
      'CESEDA, art. L.614-1 et L.911-1',
    );
  });
  it('depends on the prefecture where the rule says so; of an unknown one all are possible', () => {
    const ends = [
      aDelay('in Alsace', 10, { in: ['67', '68'] }),
      aDelay('in the mountains', 20, { in: ['73', '74'] }),
      aDelay('elsewhere', 30, { notIn: ['67', '68', '73', '74'] }),
    ];
    const idsIn = (facts: { departement?: string }) =>
      clocksUnder({ id: 'follow-up', ends }, '2026-11-14', [PAPERS.deposit], facts)[0]?.ends.map(
        ({ label }) => label.en,
      );
    expect(idsIn({ departement: '68' })).toEqual(['in Alsace']);
    expect(idsIn({ departement: '73' })).toEqual(['in the mountains']);
    expect(idsIn({ departement: '75' })).toEqual(['elsewhere']);
    expect(idsIn({})).toEqual(['in Alsace', 'in the mountains', 'elsewhere']);
  });
});

import { describe, expect, it } from 'vitest';
import type { PaperOutline } from '../outline-paper.ts';
import { clockOf, clocksOf, notified, PAPERS } from './clock-of.ts';

describe('what is said of a clock', () => {
  const receipt = (asOf: string) => clockOf('receipt-lapses', asOf, [PAPERS.receipt]).message;

  it.each([
    ['2026-10-07', 'dans 2 jours', 'in 2 days'],
    ['2026-10-08', 'demain', 'tomorrow'],
    ['2026-10-09', "aujourd'hui", 'today'],
  ])('on %s tells how near the last day is: %s', (asOf, fr, en) => {
    expect(receipt(asOf).fr).toContain(`Le récépissé expire le 9 octobre 2026 (${fr}).`);
    expect(receipt(asOf).en).toContain(`The receipt lapses on 9 October 2026 (${en}).`);
  });
  it.each([
    ['2026-10-10', 'hier', 'yesterday'],
    ['2026-10-11', 'il y a 2 jours', '2 days ago'],
  ])('on %s tells how long ago it was: %s', (asOf, fr, en) => {
    expect(receipt(asOf)).toEqual({
      fr: `Le récépissé a expiré le 9 octobre 2026 (${fr}). Demandez le renouvellement aujourd'hui, par écrit et avec preuve.`,
      en: `The receipt lapsed on 9 October 2026 (${en}). Ask for renewal today, in writing and with proof.`,
    });
  });
  it('names the paper that settled it, and nothing is left to do', () => {
    expect(
      clockOf('refusal-appeal', '2026-11-01', [notified(PAPERS.refusal, '2026-10-08'), PAPERS.filed]).message,
    ).toEqual({
      fr: 'Réglé : Recours enregistré au tribunal du 20 octobre 2026 au dossier.',
      en: 'Settled: Appeal registered at the court of 20 October 2026 is in the file.',
    });
  });
  it('that is over because its day has passed names that day', () => {
    const summons = {
      type: 'prefecture-decision',
      text: 'CONVOCATION : vous présenter le 8 décembre 2026',
      issued: '2026-11-06',
      dates: [{ iso: '2026-12-08', role: 'appointment' as const, text: '8 décembre 2026' }],
    };
    expect(clockOf('appointment', '2026-12-09', [summons]).message).toEqual({
      fr: 'Le rendez-vous était le 8 décembre 2026 (hier).',
      en: 'The appointment was on 8 December 2026 (yesterday).',
    });
  });
  it('lists the ends that are possible, each with its source', () => {
    const text = 'ARRÊTÉ PORTANT ASSIGNATION À RÉSIDENCE. Article 1 : il est assigné à résidence.';
    const { message } = clockOf('house-arrest-appeal', '2026-10-12', [
      notified({ ...PAPERS.houseArrest, text }, '2026-10-12'),
    ]);
    expect(message.fr).toContain(
      'Plusieurs fins sont possibles : sept jours (art. L.731-1) : 19 octobre 2026 (CESEDA, art. L.732-8 et L.921-1) ; deux mois (art. L.731-3) : 14 décembre 2026 (CJA, art. R.421-1).',
    );
    expect(message.en).toContain(
      'Several ends are possible: seven days (art. L.731-1): 19 October 2026 (CESEDA, art. L.732-8 et L.921-1); two months (art. L.731-3): 14 December 2026 (CJA, art. R.421-1).',
    );
  });
});

describe('that a deadline may still run though its earliest day has passed', () => {
  const said = 'That day has passed, but the delay may still run: check before giving up.';
  const refusal = (asOf: string, paper: PaperOutline = PAPERS.refusal) =>
    clockOf('refusal-appeal', asOf, [paper]).message.en;

  it('is said from the day after on, while the deadline is unclear', () => {
    expect(refusal('2026-12-07')).not.toContain(said);
    expect(refusal('2026-12-08')).toContain(said);
  });
  it('is not said of a deadline that is certain to have passed', () => {
    expect(refusal('2026-12-20', notified(PAPERS.refusal, '2026-10-08'))).not.toContain(said);
  });
  it('is not said of what is no deadline', () => {
    expect(clockOf('implicit-refusal', '2027-06-01', [PAPERS.deposit]).message.en).toBe(
      "Without an answer the application counts as refused at the earliest on 12 March 2027 (81 days ago). It runs from the day the file is complete, which this paper (12 November 2026) does not prove. Such a refusal can be challenged in court; ask for its reasons in writing within two months and take a lawyer's advice.",
    );
  });
});

describe('that the day ends at another hour overseas', () => {
  const messages = (departement: string) =>
    clocksOf(
      '2026-11-14',
      [notified(PAPERS.refusal, '2026-10-08'), { type: 'passport', fields: { expiry: '2027-08-31' } }],
      {
        departement,
      },
    ).map(({ kind, message }) => [kind, message.en.includes('midnight, local time (Mayotte)')]);

  it('is said of deadlines only, and only there', () => {
    expect(messages('976')).toEqual([
      ['deadline', true],
      ['reminder', false],
    ]);
    expect(messages('75')).toEqual([
      ['deadline', false],
      ['reminder', false],
    ]);
  });
});

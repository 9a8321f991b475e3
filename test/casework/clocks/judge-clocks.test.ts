import { describe, expect, it } from 'vitest';
import { clockOf, clocksOf, notified, PAPERS } from './clock-of.ts';

describe('a receipt', () => {
  const rule = 'receipt-lapses';

  it('runs until the day that is printed, to be renewed fifteen days before', () => {
    const clock = clockOf(rule, '2026-06-01', [PAPERS.receipt]);
    expect(clock).toMatchObject({
      state: 'running',
      due: '2026-10-09',
      actBy: '2026-09-24',
      kind: 'deadline',
      zone: 'Europe/Paris',
    });
    expect(clock.from).toEqual({ iso: '2026-10-09', paper: '1:1', page: 1, box: [0.1, 0.1, 0.2, 0.02] });
    expect(clock.message).toEqual({
      fr: "Récépissé valable jusqu'au 9 octobre 2026 (dans 130 jours). Demandez le renouvellement au plus tard le 24 septembre 2026.",
      en: 'The receipt is valid until 9 October 2026 (in 130 days). Ask for renewal by 24 September 2026 at the latest.',
    });
  });
  it.each([
    ['2026-08-24', 'running'], ['2026-08-25', 'soon'], ['2026-10-09', 'soon'], ['2026-10-10', 'lapsed'],
  ])('on %s is %s', (asOf, state) => expect(clockOf(rule, asOf, [PAPERS.receipt]).state).toBe(state)); // biome-ignore format: a table reads better in rows

  it('is presumed to last six months when no end is printed, and says so', () => {
    const clock = clockOf(rule, '2026-06-01', [{ ...PAPERS.receipt, fields: {}, issued: '2026-08-31' }]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2027-02-28' });
    expect(clock.message.fr).toContain('six mois après la date du document (31 août 2026) sont supposés');
  });
  it('finds its end beside the words when no role was told', () => {
    const text = 'RÉCÉPISSÉ DE DEMANDE\nValable du 10/04/2026\nau 09/10/2026';
    const dates = [{ iso: '2026-10-09', role: 'other' as const, text: '09/10/2026' }];
    expect(clockOf(rule, '2026-06-01', [{ ...PAPERS.receipt, text, fields: {}, dates }])).toMatchObject({
      due: '2026-10-09',
      state: 'running',
    });
  });
  it('is unclear when its end was read without certainty', () => {
    const dates = [{ iso: '2026-10-09', role: 'expiry' as const, text: '09/10/2026', confidence: 0.4 }];
    expect(clockOf(rule, '2026-06-01', [{ ...PAPERS.receipt, fields: {}, dates }])).toMatchObject({
      state: 'unclear',
      due: '2026-10-09',
    });
  });
  it('is the latest one that counts', () => {
    const renewed = { ...PAPERS.receipt, issued: '2026-10-01', fields: { expiry: '2027-03-31' } };
    expect(clockOf(rule, '2026-11-01', [renewed, PAPERS.receipt])).toMatchObject({ due: '2027-03-31', paper: '1:1' });
  });
  it('is settled by a decision', () => {
    expect(clockOf(rule, '2026-11-01', [PAPERS.receipt, PAPERS.refusal])).toMatchObject({
      state: 'done',
      doneBy: '2:1',
    });
  });
  it('is none when a filing was only confirmed', () => {
    expect(clocksOf('2026-11-20', [PAPERS.deposit]).map(({ rule: id }) => id)).not.toContain(rule);
  });
});

describe('a request for papers', () => {
  const rule = 'request-for-papers';

  it('gives fifteen days from the day it was received', () => {
    const clock = clockOf(rule, '2026-11-14', [notified(PAPERS.request, '2026-11-12', 'Remis en main propre le')]);
    expect(clock).toMatchObject({ state: 'soon', due: '2026-11-27', from: { iso: '2026-11-12' } });
  });
  it('counts from its date when that day is not known: at the earliest', () => {
    const clock = clockOf(rule, '2026-11-14', [PAPERS.request]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-11-24', from: { iso: '2026-11-09' } });
    expect(clock.message.en).toMatch(/^To be checked\. At the earliest: 24 November 2026 \(in 10 days\)\./);
  });
  it('gives the delay that the letter prints', () => {
    const text = `${PAPERS.request.text} Je vous invite à me les faire parvenir sous trente jours.`;
    const clock = clockOf(rule, '2026-11-14', [notified({ ...PAPERS.request, text }, '2026-11-12')]);
    expect(clock.due).toBe('2026-12-12');
    expect(clock.message.fr).toContain('Délai imprimé sur le document : trente jours.');
  });
  it('needs no day of receipt when the last day is printed', () => {
    const text = `${PAPERS.request.text} Sans réponse de votre part au 30 novembre 2026, elle sera clôturée.`;
    const dates = [{ iso: '2026-11-30', role: 'other' as const, text: '30 novembre 2026' }];
    expect(clockOf(rule, '2026-11-14', [{ ...PAPERS.request, text, dates }])).toMatchObject({
      state: 'running',
      due: '2026-11-30',
    });
  });
  it('does not take the expiry of a passport of years ago for the last day', () => {
    const dates = [{ iso: '2023-10-11', role: 'expiry' as const, text: '11 octobre 2023' }];
    expect(clockOf(rule, '2026-11-14', [{ ...PAPERS.request, dates }]).due).toBe('2026-11-24');
  });
  it('is settled by what was filed afterwards, not by what was filed before', () => {
    expect(clockOf(rule, '2026-11-14', [PAPERS.request, PAPERS.deposit]).state).toBe('done');
    expect(clockOf(rule, '2026-11-14', [PAPERS.request, { ...PAPERS.deposit, issued: '2026-11-01' }]).state).toBe(
      'unclear',
    );
  });
});

describe('the other clocks', () => {
  it('a proof of address serves three months', () => {
    const bill = { type: 'proof-of-address', issued: '2026-08-31' };
    const older = { type: 'proof-of-address', issued: '2026-06-30' };
    expect(clockOf('proof-of-address', '2026-11-01', [older, bill])).toMatchObject({
      due: '2026-11-30',
      state: 'running',
    });
    expect(clockOf('proof-of-address', '2026-11-30', [bill]).state).toBe('soon');
    expect(clockOf('proof-of-address', '2026-12-01', [bill])).toMatchObject({ state: 'lapsed', kind: 'reminder' });
    expect(clockOf('proof-of-address', '2026-12-01', [{ type: 'proof-of-address' }])).toMatchObject({
      state: 'unclear',
      due: null,
      from: null,
    });
  });

  it('an attestation of a shelter is a proof of address too, as among the papers that are asked for', () => {
    const bill = { type: 'proof-of-address', issued: '2026-06-11' };
    const shelter = { type: 'shelter-attestation', issued: '2026-11-17' };
    expect(clockOf('proof-of-address', '2026-11-26', [bill, shelter])).toMatchObject({
      due: '2027-02-17',
      state: 'running',
    });
    // A domiciliation serves a year.
    const domiciliation = { ...shelter, text: 'Attestation d’élection de domicile' };
    expect(clockOf('proof-of-address', '2026-11-26', [bill, domiciliation]).state).toBe('lapsed');
  });

  it('a passport is renewed six months before it expires', () => {
    const passport = { type: 'passport', fields: { expiry: '2027-08-31' } };
    expect(clockOf('passport-expiry', '2026-11-01', [passport])).toMatchObject({
      due: '2027-08-31',
      actBy: '2027-02-28',
      state: 'running',
    });
    expect(clockOf('passport-expiry', '2027-01-01', [passport]).state).toBe('soon');
  });
  it('a permit is renewed between the 120th and the 60th day before its end', () => {
    const card = {
      type: 'other',
      text: 'RÉPUBLIQUE FRANÇAISE TITRE DE SÉJOUR RESIDENCE PERMIT',
      issued: '2026-03-01',
      dates: [{ iso: '2027-02-28', role: 'expiry' as const, text: '28.02.2027' }],
    };
    expect(clockOf('permit-renewal', '2026-06-01', [card])).toMatchObject({
      due: '2027-02-28',
      opens: '2026-10-31',
      actBy: '2026-12-30',
      state: 'running',
    });
  });
  it('an appointment is over when its day has passed', () => {
    const summons = {
      type: 'prefecture-decision',
      text: 'CONVOCATION Vous êtes prié de vous présenter au guichet 4 le mardi 8 décembre 2026 à 9 h 15',
      issued: '2026-11-06',
      dates: [{ iso: '2026-12-08', role: 'other' as const, text: '8 décembre 2026' }],
    };
    expect(clockOf('appointment', '2026-11-23', [summons])).toMatchObject({ due: '2026-12-08', state: 'soon' });
    expect(clockOf('appointment', '2026-12-09', [summons])).toMatchObject({ state: 'done', doneBy: null });
  });
  it('a follow-up is due three weeks after the last exchange and stays due', () => {
    expect(clockOf('follow-up', '2026-11-25', [PAPERS.receipt, PAPERS.deposit])).toMatchObject({
      due: '2026-12-03',
      state: 'running',
    });
    expect(clockOf('follow-up', '2027-01-25', [PAPERS.deposit]).state).toBe('soon');
    expect(
      clockOf('follow-up', '2027-01-25', [PAPERS.deposit, { ...PAPERS.refusal, issued: '2026-12-01' }]).state,
    ).toBe('done');
  });
  it('the average time to a decision depends on the prefecture', () => {
    const of = (departement?: string) =>
      clockOf('decision-time', '2026-11-20', [PAPERS.deposit], departement === undefined ? {} : { departement });
    expect(of('93')).toMatchObject({ opens: '2027-03-12', due: '2027-05-12', kind: 'information', state: 'running' });
    expect(of('38')).toMatchObject({ opens: '2027-01-12', due: '2027-02-12' });
    expect(of()).toMatchObject({ state: 'unclear', due: '2027-02-12' });
    expect(of().ends.map(({ iso }) => iso)).toEqual(['2027-02-12', '2027-05-12']);
  });
  it('the prefecture is read from its letters when nobody gave it', () => {
    const of = (paper: Partial<Parameters<typeof clocksOf>[1][number]>) =>
      clocksOf('2026-11-20', [{ ...PAPERS.deposit, ...paper }], {})[0]?.zone;
    expect(of({ letterhead: { issuer: 'PRÉFECTURE DE MAYOTTE' } })).toBe('Indian/Mayotte');
    expect(of({ letterhead: { address: 'BP 9306 – 97307 CAYENNE CEDEX' } })).toBe('America/Cayenne');
    expect(of({ text: 'Dépôt effectué. Instruite par la préfecture de La Réunion.' })).toBe('Indian/Reunion');
    expect(of({ letterhead: { issuer: 'Préfet de la région Pays de la Loire, préfet de la Loire-Atlantique' } })).toBe(
      'Europe/Paris',
    );
  });
});

describe('every case', () => {
  it('starts no clock from a copy, and one from two scans of a letter', () => {
    expect(clocksOf('2026-11-14', [{ ...PAPERS.request, copyOf: '0:1' }])).toEqual([]);
    expect(clockOf('request-for-papers', '2026-11-14', [PAPERS.request, PAPERS.request]).paper).toBe('1:1');
  });
  it('is told the same whatever the order of its papers', () => {
    const papers = [
      PAPERS.receipt,
      PAPERS.request,
      PAPERS.deposit,
      PAPERS.refusal,
      { type: 'passport', fields: { expiry: '2027-08-31' } },
    ].map((paper, index) => ({ ...paper, key: `k${index}` }));
    expect(clocksOf('2026-11-14', papers.toReversed())).toEqual(clocksOf('2026-11-14', papers));
  });
  it('begins with what is due first and ends with what is settled', () => {
    const clocks = clocksOf('2026-11-14', [
      PAPERS.receipt,
      PAPERS.request,
      PAPERS.deposit,
      { type: 'proof-of-address' },
    ]);
    expect(clocks.map(({ rule }) => rule)).toEqual([
      'implicit-refusal', 'receipt-lapses', 'decision-time', 'follow-up', 'proof-of-address', 'request-for-papers',
    ]); // biome-ignore format: a table reads better in rows
  });
  it('without papers has no clocks', () => expect(clocksOf('2026-11-14', [])).toEqual([]));
});

describe('state medical aid', () => {
  const rule = 'medical-aid-ends';
  const notice = {
    type: 'benefit-decision',
    issued: '2026-01-20',
    text: "Notification d'admission à l'aide médicale de l'État\nVos droits sont ouverts du 01/02/2026 au\n31/01/2027.",
    dates: [
      { iso: '2026-02-01', role: 'other' as const, text: '01/02/2026' },
      { iso: '2027-01-31', role: 'other' as const, text: '31/01/2027' },
    ],
  };
  it('ends on the day that is printed; renewal is asked for two months ahead', () => {
    expect(clockOf(rule, '2026-06-01', [notice])).toMatchObject({
      kind: 'reminder',
      state: 'running',
      due: '2027-01-31',
      actBy: '2026-11-30',
    });
    expect(clockOf(rule, '2026-11-26', [notice]).state).toBe('soon');
  });
  it('that was refused has no end', () => {
    const text = "Votre demande d'aide médicale de l'État est refusée.";
    expect(clocksOf('2026-06-01', [{ ...notice, text }]).filter((clock) => clock.rule === rule)).toEqual([]);
  });
});

describe('the clocks of a case', () => {
  const told = (papers: Parameters<typeof clocksOf>[1]) =>
    clocksOf('2026-11-14', papers).map(({ rule, state, due }) => [rule, state, due]);

  it('stand by their last day, those that are settled behind them', () => {
    const papers = [PAPERS.receipt, notified(PAPERS.request, '2026-11-12'), PAPERS.refusal, PAPERS.filed];
    const clocks = told(papers);
    expect(clocks.slice(0, 2)).toEqual([
      ['request-for-papers', 'soon', '2026-11-27'],
      ['follow-up', 'running', '2026-11-30'],
    ]);
    const settled = clocks.slice(2);
    expect(settled.map(([, state]) => state)).toEqual(settled.map(() => 'done'));
    expect(settled.map(([, , due]) => due)).toEqual(settled.map(([, , due]) => due).toSorted());
    expect(settled.length).toBeGreaterThan(1);
  });

  it('stand before those whose last day nobody knows', () => {
    const undated = { type: PAPERS.request.type, text: PAPERS.request.text };
    const clocks = told([undated, notified(PAPERS.removalOfAMonth, '2026-10-20'), PAPERS.houseArrest]);
    expect(clocks.map(([rule]) => rule).slice(0, 3)).toEqual([
      'house-arrest-appeal',
      'removal-appeal',
      'request-for-papers',
    ]);
    expect(clocks[2]).toEqual(['request-for-papers', 'unclear', null]);
  });

  it('are one for two scans of a letter, and two for two letters', () => {
    const letter = notified(PAPERS.request, '2026-11-12');
    const earlier = notified({ ...PAPERS.request, issued: '2026-11-01' }, '2026-11-03');
    const requests = told([letter, letter, earlier]).filter(([rule]) => rule === 'request-for-papers');
    expect(requests.map(([, , due]) => due)).toEqual(['2026-11-18', '2026-11-27']);
  });
});

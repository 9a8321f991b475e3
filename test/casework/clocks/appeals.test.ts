import { describe, expect, it } from 'vitest';
import { clockOf, clocksOf, notified, PAPERS } from './clock-of.ts';

describe('a refusal', () => {
  const rule = 'refusal-appeal';

  it('can be challenged for two months, a franc delay, from its notification', () => {
    expect(clockOf(rule, '2026-11-01', [notified(PAPERS.refusal, '2026-10-08')])).toMatchObject({
      state: 'running', due: '2026-12-09', source: 'CJA, art. R.421-1 (deux mois, délai franc) ; CPC, art. 642',
    }); // biome-ignore format: short keys in rows
  });
  it('until the Tuesday when the delay ends on Easter Monday', () => {
    const refusal = notified({ ...PAPERS.refusal, issued: '2026-02-01' }, '2026-02-05');
    expect(clockOf(rule, '2026-03-01', [refusal]).due).toBe('2026-04-07');
  });
  it('counts by the holidays of its own prefecture', () => {
    const refusal = notified({ ...PAPERS.refusal, issued: '2026-02-01' }, '2026-02-02');
    expect(clockOf(rule, '2026-03-01', [refusal], { departement: '67' }).due).toBe('2026-04-07');
    expect(clockOf(rule, '2026-03-01', [refusal], { departement: '75' }).due).toBe('2026-04-03');
    const overseas = notified({ ...PAPERS.refusal, issued: '2026-03-01' }, '2026-03-26');
    expect(clockOf(rule, '2026-04-01', [overseas], { departement: '971' })).toMatchObject({
      due: '2026-05-28',
      zone: 'America/Guadeloupe',
    });
    expect(clockOf(rule, '2026-04-01', [overseas], { departement: '971' }).message.fr).toContain(
      'heure locale (Guadeloupe)',
    );
  });
  it('is unclear, at the earliest, while the notification is not known', () => {
    const clock = clockOf(rule, '2026-12-20', [PAPERS.refusal]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-12-07' });
    expect(clock.message.fr).toContain('Ce jour est passé, mais le délai court peut-être encore');
  });
  it('keeps its original end beside the later one when an appeal to the prefecture is in the file', () => {
    const appeal = {
      type: 'other',
      text: 'Objet : recours gracieux contre la décision du 5 octobre 2026',
      issued: '2026-11-02',
    };
    const clock = clockOf(rule, '2026-11-20', [notified(PAPERS.refusal, '2026-10-08'), appeal]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-12-09' });
    expect(clock.ends.map(({ iso }) => iso)).toEqual(['2026-12-09', '2027-03-03']);
    expect(clock.message.en).toContain('If it arrived before 9 December 2026 it stops the delay');
  });
  it('is not prolonged by an appeal to the prefecture that came too late', () => {
    const late = { type: 'other', text: 'Objet : recours gracieux', issued: '2027-01-02' };
    expect(clockOf(rule, '2027-01-20', [notified(PAPERS.refusal, '2026-10-08'), late])).toMatchObject({
      state: 'lapsed',
      due: '2026-12-09',
    });
  });
  it('is unclear when legal aid was asked for in time', () => {
    const aid = {
      type: 'other',
      text: 'Bureau d’aide juridictionnelle. Accusé de réception de votre demande d’aide juridictionnelle déposée ce jour, décision à venir',
      issued: '2026-11-02',
    };
    expect(clockOf(rule, '2026-11-20', [notified(PAPERS.refusal, '2026-10-08'), aid])).toMatchObject({
      state: 'unclear',
      due: '2026-12-09',
    });
  });
  it('is settled when the court has registered an appeal', () => {
    expect(clockOf(rule, '2026-11-01', [PAPERS.refusal, PAPERS.filed])).toMatchObject({ state: 'done', doneBy: '2:1' });
  });
  it('follows the month of the obligation to leave that was issued with it', () => {
    const clock = clockOf(rule, '2026-10-10', [notified(PAPERS.refusal, '2026-10-05'), PAPERS.removalOfAMonth]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-11-05' });
  });
});

describe('an obligation to leave', () => {
  const rule = 'removal-appeal';

  it('can be challenged for the month that it prints', () => {
    const clock = clockOf(rule, '2026-10-10', [notified(PAPERS.removalOfAMonth, '2026-10-09')]);
    expect(clock).toMatchObject({ state: 'soon', due: '2026-11-09', source: 'CESEDA, art. L.614-1 et L.911-1' });
    expect(clock.message.fr).toContain("Le recours devant le tribunal administratif suspend l'éloignement");
  });
  it('takes the thirty days to leave for no delay of appeal', () => {
    const clock = clockOf(rule, '2026-10-10', [notified(PAPERS.removal, '2026-10-09')]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-10-11' });
    expect(clock.ends.map(({ iso }) => iso)).toEqual(['2026-10-11', '2026-10-16', '2026-11-09']);
    expect(clock.message.fr).toContain(
      "Plusieurs fins sont possibles : 48 heures, d'heure à heure (rétention) : 11 octobre 2026",
    );
  });
  it('has seven days, not prolonged, for whoever is under house arrest by the same paper', () => {
    const text = `${PAPERS.removal.text} Il est assigné à résidence. Recours devant le magistrat désigné dans un délai de sept jours.`;
    expect(clockOf(rule, '2026-10-26', [notified({ ...PAPERS.removal, text }, '2026-10-25')])).toMatchObject({
      due: '2026-11-01',
      state: 'soon',
    });
  });
  it('is unclear again when house arrest was ordered afterwards', () => {
    const clock = clockOf(rule, '2026-10-13', [notified(PAPERS.removalOfAMonth, '2026-10-05'), PAPERS.houseArrest]);
    expect(clock).toMatchObject({ state: 'unclear', due: '2026-10-19' });
    expect(clock.ends.map(({ iso }) => iso)).toEqual(['2026-10-19', '2026-11-05']);
  });
  it('follows the law of its day', () => {
    const before = { ...PAPERS.removal, issued: '2024-07-12' };
    expect(clockOf(rule, '2024-07-13', [before]).ends.map(({ iso }) => iso)).toEqual([
      '2024-07-14',
      '2024-07-27',
      '2024-08-12',
    ]);
    expect(clockOf(rule, '2024-07-16', [{ ...before, issued: '2024-07-15' }]).ends.map(({ iso }) => iso)).toEqual([
      '2024-07-17',
      '2024-07-22',
      '2024-08-16',
    ]);
  });
  it('is not prolonged by an appeal to the prefecture, and says so', () => {
    const appeal = { type: 'other', text: 'Objet : recours gracieux', issued: '2026-10-15' };
    const clock = clockOf(rule, '2026-10-20', [notified(PAPERS.removalOfAMonth, '2026-10-09'), appeal]);
    expect(clock).toMatchObject({ state: 'soon', due: '2026-11-09' });
    expect(clock.message.fr).toContain('ne prolonge pas ce délai');
  });
  it('is told from a letter that only mentions one', () => {
    const rules = clocksOf('2026-10-20', [PAPERS.houseArrest]).map((clock) => clock.rule);
    expect(rules).toContain('house-arrest-appeal');
    expect(rules).not.toContain(rule);
  });
  it('takes no notification of another decision for its own', () => {
    const text = `${PAPERS.removalOfAMonth.text} Vu la décision notifiée le 14/01/2025`;
    const dates = [{ iso: '2025-01-14', role: 'event' as const, text: '14/01/2025' }];
    expect(clockOf(rule, '2026-10-20', [{ ...PAPERS.removalOfAMonth, text, dates }])).toMatchObject({
      state: 'unclear',
      from: { iso: '2026-10-05' },
    });
  });
});

describe('a letter of a prefecture', () => {
  it('that nobody knows is to be read today', () => {
    const clock = clockOf('unread-decision', '2026-11-20', [
      { type: 'prefecture-decision', text: 'xx', issued: '2026-11-10' },
    ]);
    expect(clock).toMatchObject({ state: 'unclear', due: null, ends: [] });
    expect(clock.message.en).toMatch(/^This letter of the prefecture was not recognised: read it today/);
  });
  it('whose type is not sure leaves its clock unclear, and is not overlooked', () => {
    const paper = notified(
      {
        ...PAPERS.removalOfAMonth,
        type: 'other',
        confidence: 0.5,
        alternatives: [{ id: 'prefecture-decision', confidence: 0.3 }],
      },
      '2026-10-09',
    );
    expect(clockOf('removal-appeal', '2026-10-20', [paper])).toMatchObject({ state: 'unclear', due: '2026-11-09' });
  });
  it('of another state starts no clock', () => {
    const text =
      'ROYAUME DE BELGIQUE Office des étrangers. ORDRE DE QUITTER LE TERRITOIRE : il est obligé de quitter le territoire.';
    expect(clocksOf('2026-11-20', [{ type: 'prefecture-decision', text, issued: '2026-11-10' }])).toEqual([]);
  });
  it('dated in the future leaves its clock unclear', () => {
    expect(clockOf('refusal-appeal', '2026-10-01', [notified(PAPERS.refusal, '2026-10-08')])).toMatchObject({
      state: 'unclear',
      due: '2026-12-09',
    });
  });
});

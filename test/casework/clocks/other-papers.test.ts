import { describe, expect, it } from 'vitest';
import type { PaperOutline } from '../outline-paper.ts';
import { aDelay, clockOf, clocksUnder, notified, PAPERS } from './clock-of.ts';

const daysOf = (rule: string, asOf: string, papers: readonly PaperOutline[]) =>
  clockOf(rule, asOf, papers).ends.map(({ iso }) => iso);
const arrestOn = (issued: string | null): PaperOutline => ({ ...PAPERS.houseArrest, issued });
const appealOn = (issued: string | null): PaperOutline => ({ type: 'other', text: 'Objet : recours gracieux', issued });
const legalAidOn = (issued: string): PaperOutline => ({
  type: 'other',
  text: 'Bureau d’aide juridictionnelle : accuse réception de votre demande d’aide juridictionnelle déposée ce jour',
  issued,
});

describe('house arrest beside an obligation to leave of a month', () => {
  const removal = notified(PAPERS.removalOfAMonth, '2026-10-09');
  const ends = (...others: PaperOutline[]) => daysOf('removal-appeal', '2026-10-20', [removal, ...others]);

  it('cuts the delay to seven days from its own day', () => {
    expect(ends(arrestOn('2026-10-20'))).toEqual(['2026-10-27', '2026-11-09']);
  });
  it('that was ordered between the decision and its notification cuts it from the notification', () => {
    expect(ends(arrestOn('2026-10-05'))).toEqual(['2026-10-16', '2026-11-09']);
    expect(ends(arrestOn('2026-10-07'))).toEqual(['2026-10-16', '2026-11-09']);
  });
  it('that was ordered before the decision belongs to another one', () => {
    expect(ends(arrestOn('2026-10-04'))).toEqual(['2026-11-09']);
  });
  it('counts while it comes within 31 days', () => {
    expect(ends(arrestOn('2026-11-09'))).toEqual(['2026-11-09', '2026-11-16']);
    expect(ends(arrestOn('2026-11-10'))).toEqual(['2026-11-09']);
  });
  it('counts from the first order of several', () => {
    expect(ends(arrestOn('2026-10-22'), arrestOn('2026-10-20'))).toEqual(['2026-10-27', '2026-11-09']);
  });
  it('counts from the earliest day it can be of when its date cannot be read', () => {
    expect(ends(arrestOn(null))).toEqual(['2026-10-16', '2026-11-09']);
    expect(ends(arrestOn('2026'))).toEqual(['2026-10-16', '2026-11-09']);
    expect(ends(arrestOn('2026-10'))).toEqual(['2026-10-16', '2026-11-09']);
    expect(ends(arrestOn('2026-11'))).toEqual(['2026-11-08', '2026-11-09']);
    expect(ends(arrestOn('2026-09'))).toEqual(['2026-11-09']);
  });
  it('leaves the clock certain when both ways lead to the same last day', () => {
    const papers = [notified(PAPERS.removalOfAMonth, '2026-10-05'), arrestOn('2026-10-29')];
    expect(clockOf('removal-appeal', '2026-10-20', papers)).toMatchObject({
      state: 'soon',
      ends: [{ iso: '2026-11-05' }],
    });
  });
  it('changes nothing where the decision itself gives the seven days', () => {
    const text = `${PAPERS.removal.text} Il est assigné à résidence.`;
    const papers = [notified({ ...PAPERS.removal, text }, '2026-10-25'), arrestOn('2026-10-27')];
    expect(daysOf('removal-appeal', '2026-10-26', papers)).toEqual(['2026-11-01']);
  });
  it('cuts also the delay of a decision that bears no date', () => {
    const undated = notified({ ...PAPERS.removalOfAMonth, issued: null }, '2026-10-09');
    expect(daysOf('removal-appeal', '2026-10-20', [undated, arrestOn('2026-10-20')])).toEqual([
      '2026-10-27',
      '2026-11-09',
    ]);
    expect(daysOf('removal-appeal', '2026-10-20', [undated, arrestOn('2026-10-08')])).toEqual(['2026-11-09']);
  });
});

describe('an appeal to the prefecture against a refusal', () => {
  const refusal = notified(PAPERS.refusal, '2026-10-08');
  const clock = (...others: PaperOutline[]) => clockOf('refusal-appeal', '2026-11-20', [refusal, ...others]);

  it('is told with its day and the day by which it had to arrive', () => {
    expect(clock(appealOn('2026-11-02')).message.fr).toContain(
      'Un recours gracieux ou hiérarchique du 2 novembre 2026 est au dossier. Reçu avant le 9 décembre 2026, il arrête le délai',
    );
  });
  it('counts from the day of notification to the last day, both included', () => {
    expect(clock(appealOn('2026-10-08')).state).toBe('unclear');
    expect(clock(appealOn('2026-12-09')).state).toBe('unclear');
    expect(clock(appealOn('2026-12-10')).state).toBe('soon');
  });
  it('that was sent before the notification was against something else', () => {
    expect(clock(appealOn('2026-10-07')).state).toBe('soon');
  });
  it('without a day prolongs nothing: the original end stays', () => {
    for (const issued of [null, '2026-11'])
      expect(clock(appealOn(issued))).toMatchObject({ state: 'soon', ends: [{ iso: '2026-12-09' }] });
  });
  it('counts once: by the first of several', () => {
    const { ends, message } = clock(appealOn('2026-11-16'), appealOn('2026-11-02'));
    expect(ends.map(({ iso }) => iso)).toEqual(['2026-12-09', '2027-03-03']);
    expect(message.en).toContain('An appeal to the prefecture or minister of 2 November 2026');
  });
});

describe('a paper issued while several ends were possible', () => {
  it('counts until the last of them, and is told with the first', () => {
    const removal = notified(PAPERS.removal, '2026-10-09');
    const { message } = clockOf('removal-appeal', '2026-10-30', [removal, legalAidOn('2026-10-28')]);
    expect(message.fr).toContain(
      "Une demande d'aide juridictionnelle du 28 octobre 2026 est au dossier. Déposée avant le 11 octobre 2026",
    );
  });
  it('does so whichever delay the rule names first', () => {
    const judgment: PaperOutline = {
      type: 'other',
      text: 'TRIBUNAL ADMINISTRATIF DE PARIS. La requérante demande l’annulation du refus.',
      issued: '2026-09-01',
    };
    const clock = clockOf('judgment-appeal', '2026-10-20', [
      notified(judgment, '2026-09-10'),
      legalAidOn('2026-10-15'),
    ]);
    expect(clock.ends.map(({ iso }) => iso)).toEqual(['2026-10-12', '2026-11-12']);
    expect(clock.message.en).toContain('If it was made before 12 October 2026 it stops the delay');
  });
  it('may make the delay shorter: the earlier day is then the one that is shown', () => {
    const [detention] = [{ fr: 'Rétention le {on}.', en: 'Detained on {on}.' }];
    const rule = {
      id: 'refusal-appeal',
      interruptedBy: [{ kinds: ['house-arrest'], message: detention, isDoubt: true, ends: [aDelay('two days', 2)] }],
    };
    const [clock] = clocksUnder(rule, '2026-10-20', [notified(PAPERS.refusal, '2026-10-08'), arrestOn('2026-10-12')]);
    expect(clock).toMatchObject({
      due: '2026-10-14',
      state: 'unclear',
      ends: [{ iso: '2026-10-14' }, { iso: '2026-12-09' }],
    });
    expect(clock?.message.en).toContain('Detained on 12 October 2026.');
  });
  it('stops nothing where no delay was found', () => {
    const papers = [notified(PAPERS.refusal, '2026-10-08'), appealOn('2026-10-08')];
    expect(clocksUnder({ id: 'refusal-appeal', ends: [] }, '2026-10-20', papers)).toMatchObject([
      { state: 'unclear', due: null, ends: [] },
    ]);
  });
});

describe('a clock is settled', () => {
  const filedOn = (issued: string | null): PaperOutline => ({ ...PAPERS.deposit, issued });
  const clock = (...others: PaperOutline[]) =>
    clockOf('request-for-papers', '2026-11-14', [notified(PAPERS.request, '2026-11-12'), ...others]);

  it('by what was filed from the day of the letter on', () => {
    expect(clock(filedOn('2026-11-09'))).toMatchObject({ state: 'done', doneBy: '2:1' });
    expect(clock(filedOn('2026-11-08'))).toMatchObject({ state: 'soon', doneBy: null });
  });
  it('by the first of several papers', () => {
    expect(clock(filedOn('2026-11-20'), filedOn('2026-11-13'), filedOn('2026-11-17')).doneBy).toBe('3:1');
  });
  it('by no paper whose day cannot be read', () => {
    expect(clock(filedOn(null)).state).toBe('soon');
    expect(clock(filedOn('2026-12')).state).toBe('soon');
  });
  it('by no paper of which it is not sure what it is', () => {
    expect(clock({ ...filedOn('2026-11-13'), confidence: 0.59 }).state).toBe('soon');
    expect(clock({ ...filedOn('2026-11-13'), confidence: 0.6 }).state).toBe('done');
  });
  it('from the day of notification when the letter bears no date', () => {
    const undated = notified({ ...PAPERS.request, issued: null }, '2026-11-12');
    const stateOf = (issued: string) => clockOf('request-for-papers', '2026-11-14', [undated, filedOn(issued)]).state;
    expect(stateOf('2026-11-12')).toBe('done');
    expect(stateOf('2026-11-11')).toBe('soon');
  });
});

import { describe, expect, it } from 'vitest';
import type { PaperOutline } from '../outline-paper.ts';
import { clockOf, clocksOf, notified, PAPERS } from './clock-of.ts';

const rulesOf = (...papers: PaperOutline[]) => clocksOf('2026-10-20', papers).map(({ rule }) => rule);

describe('a paper that may be a decision of a prefecture', () => {
  const removal = notified(PAPERS.removalOfAMonth, '2026-10-09');
  const perhaps = (confidence: number): PaperOutline => ({
    ...removal,
    type: 'other',
    confidence: 0.9,
    alternatives: [{ id: 'prefecture-decision', confidence }],
  });

  it('starts a clock from a chance of a fifth on, never a certain one', () => {
    expect(clockOf('removal-appeal', '2026-10-20', [perhaps(0.2)])).toMatchObject({
      state: 'unclear',
      due: '2026-11-09',
    });
    expect(clockOf('removal-appeal', '2026-10-20', [perhaps(0.9)]).message.fr).toContain(
      "La nature du document n'est pas sûre : regardez-le.",
    );
    expect(rulesOf(perhaps(0.19))).not.toContain('removal-appeal');
  });
  it('starts a certain clock from six tenths on', () => {
    const stateOf = (confidence: number) => clockOf('removal-appeal', '2026-10-20', [{ ...removal, confidence }]).state;
    expect(stateOf(0.6)).toBe('soon');
    expect(stateOf(0.59)).toBe('unclear');
  });
  it('starts none when nobody could tell what it is', () => {
    expect(rulesOf({ ...removal, type: null })).toEqual([]);
    expect(rulesOf({ ...removal, type: null }, removal)).toContain('removal-appeal');
  });
  it('of which neither what it is nor its date is known is said to be both', () => {
    const { message } = clockOf('appointment', '2026-10-20', [
      { type: 'prefecture-decision', confidence: 0.4, text: 'Convocation' },
    ]);
    expect(message.en).toBe(
      'To be checked: no date is certain. The date that starts this delay was not found on the paper. What the paper is is not sure: look at it.',
    );
  });
});

describe('a letter of a prefecture that was not recognised', () => {
  const letter = { type: 'prefecture-decision', text: 'xx', issued: '2026-10-10' };

  it('is to be read today when it is in French; one in another language, or in none, is left alone', () => {
    expect(rulesOf(letter)).toEqual(['unread-decision']);
    expect(rulesOf({ ...letter, language: 'de' })).toEqual([]);
    expect(rulesOf({ ...letter, language: null })).toEqual([]);
  });
});

describe('a paper that speaks of a residence permit', () => {
  const card = (...roles: ('expiry' | 'issue' | 'birth')[]): PaperOutline => ({
    type: 'other',
    text: 'TITRE DE SÉJOUR',
    issued: '2026-03-01',
    dates: roles.map((role) => ({ iso: role === 'birth' ? '1990-03-14' : '2027-02-28', role, text: '28.02.2027' })),
  });

  it('is one when it has a day on which it expires, among others', () => {
    expect(rulesOf(card('expiry'))).toContain('permit-renewal');
    expect(rulesOf(card('birth', 'expiry'))).toContain('permit-renewal');
  });
  it('is none without such a day', () => {
    expect(rulesOf(card())).not.toContain('permit-renewal');
    expect(rulesOf(card('birth', 'issue'))).not.toContain('permit-renewal');
  });
});

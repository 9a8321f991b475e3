import { describe, expect, it } from 'vitest';
import { findDatesInText } from '#text/dates/find-dates-in-text.ts';

const CONTEXT = { languages: ['fr', 'it'], order: 'dmy', isOrderSure: false, year: 2026, isRecognised: false } as const;

describe('dates whose year stands first in words', () => {
  it.each([
    ["L'an deux mille vingt-six, le quatorze mars à neuf heures quarante", '2026-03-14'],
    ["L'an mil neuf cent quatre-vingt-dix-huit et le trois juillet", '1998-07-03'],
    ["L'anno duemilaventisei, addì 8 del mese di ottobre", '2026-10-08'],
  ])('%s', (text, iso) => {
    expect(findDatesInText(text, CONTEXT).map((date) => date.iso)).toContain(iso);
  });

  it('are not made of a year and a number that belong to nothing', () => {
    expect(
      findDatesInText('en deux mille vingt, les trois enfants sont arrivés', CONTEXT).map((date) => date.precision),
    ).not.toContain('day');
  });
});

import type { DateContext, DatePattern, PatternMatch } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { findMonth } from './find-month.ts';
import { afterDay } from './named-dates.ts';
import { readLetterDay } from './read-parts.ts';
import { resolveDate } from './resolve-date.ts';

/** "lO mars 2024": a day read as letters, accepted only right before a month that is spelt right and a whole year. */
export function letterDay(
  tokens: readonly DateToken[],
  at: number,
  context: DateContext,
  text: string,
): PatternMatch | undefined {
  const token = tokens[at];
  // «ОЗ» листопада: forms put the day between quotation marks.
  const monthAt = /^[»”"]$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  const month = tokens[monthAt];
  if (
    token?.kind !== 'word' ||
    token.to - token.from > 3 ||
    month?.kind !== 'word' ||
    findMonth(month.key)?.likeness !== 1
  )
    return undefined;
  const day = readLetterDay(tokens, at, text);
  return day === undefined ? undefined : afterDay(tokens, at, day, context);
}

/** "03/2024": a month of a period. Never after "n°", where it is a number of a register, nor inside a longer chain. */
export const monthNumberYear: DatePattern = (tokens, at) => {
  const [month, mark, year] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (month?.kind !== 'number' || mark?.kind !== 'mark' || year?.kind !== 'number') return undefined;
  if (!/[/.-]/.test(mark.key) || mark.spaced !== year.spaced || month.key.length !== 2 || year.key.length !== 4)
    return undefined;
  if (mark.key !== '/' && mark.spaced) return undefined;
  if (year.value < 1900 || year.value > 2100) return undefined;
  if (isRegisterNumber(tokens, at)) return undefined;
  const iso = resolveDate({ calendar: 'gregory', year: year.value, month: month.value, day: 0 });
  if (iso === undefined) return undefined;
  const confidence = mark.key === '/' ? 0.7 : 0.4;
  return {
    readings: [
      {
        from: month.from,
        to: year.to,
        iso,
        precision: 'month',
        calendar: 'gregory',
        confidence,
        order: 'none',
        otherIso: null,
        isShortYear: false,
        range: null,
      },
    ],
    next: at + 3,
  };
};

function isRegisterNumber(tokens: readonly DateToken[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 3]];
  if (before !== undefined && before.kind !== 'word' && !/[:(]/.test(before.key) && !(tokens[at]?.spaced ?? false))
    return true;
  if (/^(?:n|no|nr|num|numero|ref|°|º|№|dossier|art|article)$/.test(before?.key ?? '')) return true;
  if (after !== undefined && !after.spaced && after.kind !== 'word' && /[/\-\d]/.test(after.key)) return true;
  return false;
}

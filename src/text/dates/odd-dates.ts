import type { DateContext, DatePattern, PatternMatch } from './date-reading.ts';
import type { DateToken } from './date-token.ts';
import { findMonth } from './find-month.ts';
import { foldDateWord } from './fold-date-word.ts';
import { afterDay } from './named-dates.ts';
import { numericCalendar } from './numeric-calendar.ts';
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

/** "D 03 M 12 A 2024", "J 03 M 12 A 2024", "D 03M 12A2024": the cells of a form, each with its first letter. */
export const letteredCells: DatePattern = (tokens, at) => {
  const [d, day, m, month, y, year] = tokens.slice(at, at + 6);
  if (!/^[djtgn]$/.test(d?.key ?? '') || m?.key !== 'm' || !/^[ayjr]$/.test(y?.key ?? '')) return undefined;
  if (d === undefined || day?.kind !== 'number' || month?.kind !== 'number' || year?.kind !== 'number')
    return undefined;
  if (year.key.length !== 4) return undefined;
  const iso = resolveDate({ calendar: 'gregory', year: year.value, month: month.value, day: day.value });
  if (iso === undefined || day.value < 1) return undefined;
  const reading = { from: d.from, to: year.to, iso, precision: 'day', calendar: 'gregory', confidence: CELLS } as const;
  return {
    readings: [{ ...reading, order: 'none', otherIso: null, isShortYear: false, range: null }],
    next: at + 6,
  };
};
const CELLS = 0.9;

/** "۱۴۰۵۵۲۷", alone on its line: year, month and day whose hairline slashes were not seen, where they can be parted in one way only. */
export const unpartedDate: DatePattern = (tokens, at, context) => {
  const token = tokens[at];
  if (token?.isNative !== true || !/^(?:1[34]|20)\d{5,6}$/.test(token.key) || tokens.length > FEW_TOKENS)
    return undefined;
  const [year, rest] = [Number(token.key.slice(0, 4)), token.key.slice(4)];
  const calendar = numericCalendar(year, undefined, false, { context, tokens: [token] });
  if (calendar === undefined) return undefined;
  const days = [1, 2].flatMap((cut) => {
    const [month, day] = [rest.slice(0, cut), rest.slice(cut)];
    const isNumber = /^[1-9]\d?$/.test(day) || /^0[1-9]$/.test(day);
    return (isNumber && resolveDate({ calendar, year, month: Number(month), day: Number(day) })) || [];
  });
  const [iso, other] = days;
  if (iso === undefined || other !== undefined) return undefined;
  const reading = { from: token.from, to: token.to, iso, precision: 'day', calendar, confidence: UNPARTED } as const;
  return { readings: [{ ...reading, order: 'none', otherIso: null, isShortYear: false, range: null }], next: at + 1 };
};
const FEW_TOKENS = 3;
const UNPARTED = 0.6;

/**
 * "3 تم 2025": of the month of an Urdu date only the middle was read; taken where it is part of a single month's name. Nastaliq joins its
 * letters from above, and recognisers lose the first and the last.
 */
export const fragmentMonth: DatePattern = (tokens, at, context) => {
  const [day, fragment, ...more] = tokens.slice(at, at + 6);
  const yearAt = more.findIndex((token) => token.kind === 'number');
  const year = more[yearAt];
  if (!context.isRecognised || !context.languages.includes('ur') || day?.kind !== 'number' || day.key.length > 2)
    return undefined;
  if (fragment?.kind !== 'word' || fragment.key.length < 2 || !/^20\d\d$/.test(year?.key ?? '')) return undefined;
  if (more.slice(0, yearAt).some((token) => token.kind === 'word')) return undefined;
  const months = URDU_MONTHS.flatMap((name, month) => (name.includes(fragment.key) ? [month + 1] : []));
  const [month, another] = months;
  const iso =
    month === undefined || another !== undefined || year === undefined || day.value < 1
      ? undefined
      : resolveDate({ calendar: 'gregory', year: year.value, month, day: day.value });
  if (iso === undefined || year === undefined) return undefined;
  const reading = {
    from: day.from,
    to: year.to,
    iso,
    precision: 'day',
    calendar: 'gregory',
    confidence: FRAGMENT,
  } as const;
  return {
    readings: [{ ...reading, order: 'none', otherIso: null, isShortYear: false, range: null }],
    next: at + 2 + yearAt + 1,
  };
};
const FRAGMENT = 0.55;
const URDU_MONTHS = 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'.split(' ').map(foldDateWord);

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

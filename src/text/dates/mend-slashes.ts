import type { DateToken } from './date-token.ts';

const MARK: DateToken['kind'] = 'mark';
const PHONE = /^(?:t[eé]l|phone|mob|gsm|port|fax|тел|τηλ|هاتف|تلفن)/;
/** "n° 12/032024" is the number of a register. */
const NUMBERED = /^(?:n|no|nr|num|numero|ref|°|º|№|dossier|art|article)$/;
/** Words and marks that a date follows. */
const LEAD = /^(?:le|den|dem|am|dne|dnia|data|date|dated|dtd|el|a|li|lì|il|më|la|dana|дана|от|від|на|в|ngay|[,:])$/;

const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
const YEAR = '((?:19|20)\\d\\d)';
const WHOLE = new RegExp(`^${DAY}[17]${MONTH}[17]${YEAR}$`);
const LATE = new RegExp(`^${MONTH}[17]?${YEAR}$`);
const EARLY = new RegExp(`^${DAY}[17]${MONTH}$`);
const LATE_YEAR = new RegExp(`^[17]${YEAR}$`);
const BOTH = new RegExp(`^${DAY}[17]${MONTH}[17]$`);
const JOINED = new RegExp(`^${DAY}${MONTH}$`);
const SHORT_DAY = new RegExp(`^([1-9])${MONTH}$`);
const SHORT_MONTH = new RegExp(`^${DAY}([1-9])$`);
const GLUED = /^\d((?:19|20)\d\d)$/;

/**
 * Recognisers read a slash as a 1 or a 7 ("0810212026", "22/0772025", "08102/2026") or lose it ("20/072025", "1406-26"). Such a number is
 * taken apart where its neighbours leave no other reading; ten digits that are a day, a 1, a month, a 1 and a year are hardly ever
 * anything else.
 */
export function mendSlashes(tokens: readonly DateToken[]): readonly DateToken[] {
  if (!tokens.some((token) => token.kind === 'number' && /^(?:\d{3,7}|\d{10})$/.test(token.key))) return tokens;
  return tokens.flatMap((token, at) => {
    if (isGlued(tokens, at) || isHalf(tokens, at - 1)) return [unglued(token)];
    if (isBeforeLooseYear(tokens, at - 1) && partsOf(tokens, at - 1) !== undefined) return tied(token);
    const parts = partsOf(tokens, at);
    return parts === undefined ? [token] : takeApart(token, parts);
  });
}

function partsOf(tokens: readonly DateToken[], at: number): string[] | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.to - token.from !== token.key.length) return undefined;
  const before = tokens[at - 1];
  if (isHalf(tokens, at)) return EARLY.exec(token.key)?.slice(1);
  if (before?.kind === 'number' || before?.key === '+' || PHONE.test(before?.key ?? '')) return undefined;
  if (isBeforeLooseYear(tokens, at)) return singleParting(token.key);
  return patternFor(token, tokens, at)?.exec(token.key)?.slice(1);
}

/** "Châtenay, le 811 26": both slashes lost behind a place, the year of two digits after a space, and nothing more. */
function isBeforeLooseYear(tokens: readonly DateToken[], at: number): boolean {
  const [comma, lead, year, end] = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const isLead = lead?.key === ',' || (comma?.key === ',' && LEAD.test(lead?.key ?? ''));
  const isYear = year?.kind === 'number' && year.spaced && /^[12]\d$/.test(year.key);
  // "rue de Lyon, 124 26 Paris".
  const isOver = end === undefined || (end.kind === 'word' && at + 2 === tokens.length - 1 && lead?.key !== ',');
  return isLead && isYear && isOver;
}

/** Day and month of three or four digits, where they can be parted in one way only: "811" is 8/11, "111" may be 1/11 or 11/1. */
function singleParting(digits: string): string[] | undefined {
  if (digits.length === 4) return JOINED.exec(digits)?.slice(1);
  const ways = [SHORT_DAY, SHORT_MONTH].flatMap((way) => {
    const parts = way.exec(digits)?.slice(1);
    return parts === undefined ? [] : [parts];
  });
  return ways.length === 1 ? ways[0] : undefined;
}

/** "21105 12014": "21 / 05 / 2014" whose slashes were read as ones, the second with the year. */
function isHalf(tokens: readonly DateToken[], at: number): boolean {
  const [before, day, year, after] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (before?.kind === 'number' || after?.kind === 'number' || year?.spaced !== true) return false;
  return EARLY.test(day?.key ?? '') && LATE_YEAR.test(year.key);
}

function patternFor(token: DateToken, tokens: readonly DateToken[], at: number): RegExp | undefined {
  switch (token.key.length) {
    case 10:
      return WHOLE;
    case 6:
      return isBeforeYear(tokens, at) ? BOTH : lateFor(tokens, at);
    case 7:
      return lateFor(tokens, at);
    case 5:
      return isBeforeSlash(tokens, at) ? EARLY : undefined;
    default:
      return isLed(tokens, at) ? JOINED : undefined;
  }
}

function lateFor(tokens: readonly DateToken[], at: number): RegExp | undefined {
  return isAfterDay(tokens, at) ? LATE : undefined;
}

function isBeforeYear(tokens: readonly DateToken[], at: number): boolean {
  const [year, end] = [tokens[at + 1], tokens[at + 2]];
  return year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.key) && end?.kind !== 'number';
}

/** A day and a separator stand right before, and they are no number of a register. */
function isAfterDay(tokens: readonly DateToken[], at: number): boolean {
  const [lead, day, mark, token] = [tokens[at - 3], tokens[at - 2], tokens[at - 1], tokens[at]];
  const isDay = day?.kind === 'number' && day.key.length <= 2 && day.value >= 1 && day.value <= 31;
  const isTight = /^[/.-]$/.test(mark?.key ?? '') && mark?.spaced === false && token?.spaced === false;
  return isDay && isTight && !NUMBERED.test(lead?.key ?? '');
}

/** A slash and a whole year follow: "17712/04" is the number of a register. */
function isBeforeSlash(tokens: readonly DateToken[], at: number): boolean {
  const [slash, year] = [tokens[at + 1], tokens[at + 2]];
  return slash?.key === '/' && !slash.spaced && year?.key.length === 4;
}

/** "le 1406-26": four digits, a separator and a year of two or four, where a date is announced. */
function isLed(tokens: readonly DateToken[], at: number): boolean {
  const [lead, mark, year, end] = [tokens[at - 1], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  // "1403/01", "1403/01/12" begin with a year.
  const isYear = year?.spaced === false && year.value > 12 && /^(?:(?:19|20)?\d\d)$/.test(year.key);
  const isOver = end === undefined || end.spaced || !/^[/.-]$/.test(end.key) || tokens[at + 4]?.kind !== 'number';
  // "2005-2009" are years.
  if (mark?.key === '-' && /^(?:19|20)/.test(tokens[at]?.key ?? '') && year?.key.length === 4) return false;
  return LEAD.test(lead?.key ?? '') && /^[/.-]$/.test(mark?.key ?? '') && mark?.spaced === false && isYear && isOver;
}

/** "72026-08-11": a number that the space before the year was lost behind. */
function isGlued(tokens: readonly DateToken[], at: number): boolean {
  const [one, month, two, day] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  const isDate = one?.key === '-' && two?.key === '-' && month?.key.length === 2 && day?.key.length === 2;
  return isDate && GLUED.test(tokens[at]?.key ?? '');
}

function unglued(token: DateToken): DateToken {
  const key = token.key.slice(1);
  return { ...token, from: token.from + 1, key, value: Number(key), spaced: true, mended: 1 };
}

/** A year that the slash before was lost of. */
function tied(token: DateToken): DateToken[] {
  return [
    { ...token, kind: MARK, to: token.from, key: '/', value: -1, spaced: false, mended: 0 },
    { ...token, spaced: false, mended: 1 },
  ];
}

/** Numbers with the slashes between them, at their places in the text. */
function takeApart(token: DateToken, parts: readonly string[]): DateToken[] {
  const lost = token.key.length - parts.join('').length;
  let from = token.from;
  return parts.flatMap((key, at) => {
    const number = {
      ...token,
      from,
      to: from + key.length,
      key,
      value: Number(key),
      spaced: at === 0 && token.spaced,
      mended: 1,
    };
    // A slash that was lost has no place of its own.
    from = number.to + Math.min(1, lost);
    const slash = { ...number, kind: MARK, from: number.to, to: from, key: '/', value: -1, spaced: false, mended: 0 };
    return at === parts.length - 1 ? [number] : [number, slash];
  });
}

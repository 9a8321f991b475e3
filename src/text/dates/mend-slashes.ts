import type { DateToken } from './date-token.ts';

const MARK: DateToken['kind'] = 'mark';
const PHONE = /^(?:t[eé]l|phone|mob|gsm|port|fax|тел|τηλ|هاتف|تلفن)/;
const WHOLE = /^(0[1-9]|[12]\d|3[01])1(0[1-9]|1[0-2])1((?:19|20)\d\d)$/;
const LATE = /^(0[1-9]|1[0-2])1((?:19|20)\d\d)$/;
const EARLY = /^(0[1-9]|[12]\d|3[01])1(0[1-9]|1[0-2])$/;

/**
 * Recognisers read a slash as a 1: "0810212026", "08/0212026", "08102/2026". Such a number is taken apart where its neighbours leave no
 * other reading; ten digits that are a day, a 1, a month, a 1 and a year are hardly ever anything else.
 */
export function mendSlashes(tokens: readonly DateToken[]): readonly DateToken[] {
  if (!tokens.some((token) => token.kind === 'number' && /^\d{5}$|^\d{7}$|^\d{10}$/.test(token.key))) return tokens;
  return tokens.flatMap((token, at) => {
    const parts = partsOf(token, tokens[at - 1], tokens[at + 1]);
    return parts === undefined ? [token] : takeApart(token, parts);
  });
}

function partsOf(token: DateToken, before: DateToken | undefined, after: DateToken | undefined): string[] | undefined {
  if (token.kind !== 'number' || token.to - token.from !== token.key.length) return undefined;
  const pattern = patternFor(token, before, after);
  return pattern?.exec(token.key)?.slice(1);
}

function patternFor(token: DateToken, before: DateToken | undefined, after: DateToken | undefined): RegExp | undefined {
  if (before?.kind === 'number' || before?.key === '+' || PHONE.test(before?.key ?? '')) return undefined;
  if (token.key.length === 10) return WHOLE;
  if (token.key.length === 7 && before?.key === '/' && !token.spaced) return LATE;
  return token.key.length === 5 && after?.key === '/' && !after.spaced ? EARLY : undefined;
}

/** Numbers with the slashes between them, at their places in the text. */
function takeApart(token: DateToken, parts: readonly string[]): DateToken[] {
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
    from = number.to + 1;
    const slash = { ...number, kind: MARK, from: number.to, to: from, key: '/', value: -1, spaced: false, mended: 0 };
    return at === parts.length - 1 ? [number] : [number, slash];
  });
}

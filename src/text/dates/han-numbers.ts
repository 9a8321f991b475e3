import type { DateToken } from './date-token.ts';

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_NUMBER = /^[〇○◯零一二三四五六七八九十百千两兩廿卅元]$/;
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二〇二四 and 十二 become numbers, as long as they stand before a date unit. */
export function joinHanNumbers(tokens: readonly DateToken[]): DateToken[] {
  if (!tokens.some((token) => /[年月日號号]/.test(token.key))) return [...tokens];
  const mended = mendYear(tokens);
  const joined: DateToken[] = [];
  let run: DateToken[] = [];
  const flush = (isBeforeUnit: boolean): void => {
    const [first] = run;
    const last = run.at(-1);
    const value = hanValue(run.map((token) => token.key).join(''));
    if (isBeforeUnit && first !== undefined && last !== undefined && value !== undefined) {
      joined.push({ ...first, kind: 'number', to: last.to, key: String(value), value });
    } else joined.push(...run);
    run = [];
  };
  for (const token of mended) {
    // The zero is read as the letter or the digit that looks like it.
    if (HAN_NUMBER.test(token.key) || (run.length > 0 && /^[o0]$/.test(token.key))) {
      run.push(token);
      continue;
    }
    flush(/^[年月日號号目曰]$/.test(token.key));
    joined.push(token);
  }
  flush(false);
  return joined;
}

/** 三所二三年: a year of this century whose zero was read as another sign, and its first digit as one like it. */
function mendYear(tokens: readonly DateToken[]): readonly DateToken[] {
  const at = tokens.findIndex((token) => token.key === '年');
  const [first, zero, tens, ones] = at < 4 ? [] : tokens.slice(at - 4, at);
  if (first === undefined || zero === undefined) return tokens;
  const isYear = /^[一二三]$/.test(first.key) && !HAN_NUMBER.test(zero.key) && zero.kind !== 'number';
  if (!isYear || !isDigit(tens) || !isDigit(ones)) return tokens;
  return tokens.with(at - 4, { ...first, key: '二', mended: 1 }).with(at - 3, { ...zero, key: '〇' });
}

function isDigit(token: DateToken | undefined): boolean {
  return token !== undefined && HAN_DIGITS.includes(token.key);
}

/** 二〇二四, 两千零四, 廿三: digits in a row, or with their tens, hundreds and thousands. */
function hanValue(text: string): number | undefined {
  const plain = text
    .replace(/^元(?=.)/, '')
    .replace(/[○◯零o0]/g, '〇')
    .replace(/[两兩]/g, '二')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/元/g, '一');
  if (plain === '') return undefined;
  // Five digits are a year whose zero was read twice.
  const digits = plain.length === 5 ? plain.replace('〇〇', '〇') : plain;
  if (!/[十百千]/.test(plain)) return Number([...digits].map((letter) => HAN_DIGITS.indexOf(letter)).join(''));
  let total = 0;
  let digit = 0;
  for (const letter of plain) {
    const unit = HAN_UNITS[letter];
    if (unit === undefined) digit = HAN_DIGITS.indexOf(letter);
    else {
      total += Math.max(digit, 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

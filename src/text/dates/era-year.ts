import type { DateToken } from './date-token.ts';
import type { Part } from './read-parts.ts';

/** 民國113年, 令和6年: years of an era. */
export function eraYear(tokens: readonly DateToken[], at: number): Part | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'number' || token.value > 200) return undefined;
  const before = (tokens[at - 2]?.key ?? '') + (tokens[at - 1]?.key ?? '');
  // Taiwan counts from 1912, also where the era is not printed: "115年2月6日".
  const isCounted = tokens[at + 1]?.key === '年' && token.value >= 60;
  const offset =
    { 民國: 1911, 民国: 1911, 令和: 2018, 平成: 1988, 昭和: 1925 }[before] ?? (isCounted ? 1911 : undefined);
  return offset === undefined ? undefined : { value: token.value + offset, next: at + 1, mended: 0, digits: 4 };
}

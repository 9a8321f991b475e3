import type { DateToken } from './date-token.ts';

/** Three numbers that may be a date, and the token after them. */
export interface Triple {
  readonly numbers: readonly [DateToken, DateToken, DateToken];
  readonly next: number;
  /** 0 clean separators, then what the odd ones cost. */
  readonly untidiness: number;
}

/** "12.03.20 24": a year torn in two; not before ":" or "h", where the second half is an hour. */
export function tornYear(tokens: readonly DateToken[], at: number): DateToken | undefined {
  const [head, tail, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (head?.key !== '20' || tail?.kind !== 'number' || tail.key.length !== 2 || !tail.spaced) return undefined;
  if (after !== undefined && (/^[:h]$/.test(after.key) || after.kind === 'number')) return undefined;
  const key = head.key + tail.key;
  return { ...tail, from: head.from, key, value: Number(key), mended: head.mended + tail.mended + 1 };
}

/** "1 2 0 3 2 0 2 4": one digit a box on forms, with or without separators between the groups. */
export function readBoxes(tokens: readonly DateToken[], at: number): Triple | undefined {
  const digits: DateToken[] = [];
  let next = at;
  for (let token = tokens[next]; token !== undefined && digits.length < 8; token = tokens[next]) {
    if (token.kind === 'number' && token.key.length === 1) digits.push(token);
    else if (!(token.kind === 'mark' && /[/|.-]/.test(token.key) && digits.length > 0)) break;
    next += 1;
  }
  const follower = tokens[next];
  if (digits.length < 8 || (follower?.kind === 'number' && follower.key.length === 1)) return undefined;
  const group = (from: number, to: number): DateToken | undefined => {
    const [first, last] = [digits[from], digits[to - 1]];
    if (first === undefined || last === undefined) return undefined;
    const key = digits
      .slice(from, to)
      .map((token) => token.key)
      .join('');
    return { ...first, to: last.to, key, value: Number(key) };
  };
  const [day, month, year] = [group(0, 2), group(2, 4), group(4, 8)];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return { numbers: [day, month, year], next, untidiness: 0.15 };
}

import type { DateToken } from './date-token.ts';
import type { Triple } from './torn-numbers.ts';

/** Longer chains of numbers are phone numbers, IP addresses, registry and article numbers. */
export function isChain(tokens: readonly DateToken[], at: number, triple: Triple): boolean {
  const [first, , last] = triple.numbers;
  const before = tokens[at - 1];
  const beforeThat = tokens[at - 2];
  const after = tokens[triple.next];
  const afterThat = tokens[triple.next + 1];
  const isTight = (mark: DateToken | undefined, number: DateToken | undefined): boolean =>
    mark?.kind === 'mark' && /[./\\-]/.test(mark.key) && !mark.spaced && number?.kind === 'number' && !number.spaced;
  if (
    before?.kind === 'mark' &&
    /[./-]/.test(before.key) &&
    !first.spaced &&
    beforeThat?.kind === 'number' &&
    !before.spaced &&
    !isNumberedBefore(tokens, at) &&
    !isRange(tokens, at - 4)
  )
    return true;
  if (isTight(after, afterThat) && !isRange(tokens, triple.next - 3) && !isClockBehind(tokens, triple.next))
    return true;
  if (before?.kind === 'mark' && before.key === '+') return true;
  if (triple.untidiness < 0.2) return /^(?:v|version|ver|ip)$/.test(before?.key ?? '') && last.key.length < 4;
  return (
    (before?.kind === 'number' && first.spaced) || (after?.kind === 'number' && after.spaced && after.key.length <= 3)
  );
}

/** "3711884420/17.10.2025": the number of a register, a slash, and its date with points or dashes. */
function isNumberedBefore(tokens: readonly DateToken[], at: number): boolean {
  const [number, slash, day, mark] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  return (
    slash?.key === '/' && /^[.-]$/.test(mark?.key ?? '') && day?.key.length === 2 && (number?.key.length ?? 0) >= 2
  );
}

/** "12.12.2022-14.03.2023", "06.01-05.02.2024": numbers with points or slashes on both sides of a dash. */
function isRange(tokens: readonly DateToken[], at: number): boolean {
  const [, first, , dash, , second, end] = tokens.slice(Math.max(0, at), Math.max(0, at) + 7);
  return /^[./]$/.test(first?.key ?? '') && dash?.key === '-' && second?.key === first?.key && end?.kind === 'number';
}

/** "05.09.24-19:22". */
function isClockBehind(tokens: readonly DateToken[], at: number): boolean {
  const [dash, hour, colon, minute] = tokens.slice(at, at + 4);
  return dash?.key === '-' && hour?.key.length === 2 && colon?.key === ':' && minute?.key.length === 2;
}

import { Temporal } from 'temporal-polyfill';

/** A length of time; hours are counted by the day they end on, which is never later than the hour itself. */
export interface Span {
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}

export const NO_SPAN: Span = { months: 0, days: 0, hours: 0 };

/**
 * The ISO day a span after (or, with `-1`, before) a day. Months first: the day of the same number, or the last day of a month that has none
 * (code de procédure civile, art. 641). Throws RangeError for what is no ISO day.
 */
export function addSpan(iso: string, { months, days, hours }: Span, sign: 1 | -1 = 1): string {
  return Temporal.PlainDate.from(iso)
    .add({ months: sign * months })
    .add({ days: sign * (days + Math.ceil(hours / 24)) })
    .toString();
}

/** Days from one ISO day to another, negative when the second is earlier. */
export function daysUntil(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

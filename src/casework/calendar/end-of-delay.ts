import { addSpan, NO_SPAN, type Span } from './add-span.ts';
import type { PrefectureCalendar } from './prefecture-calendar.ts';

/** How a delay is counted. */
export interface Delay {
  readonly span: Span;
  /** In place of the span: so many working days. */
  readonly workingDays: number;
  /** "Délai franc": neither the first nor the last day counts, so that it ends a day later. */
  readonly isFranc: boolean;
  /** One that would end on a Saturday, a Sunday or a public holiday ends on the next working day (code de procédure civile, art. 642). */
  readonly isProlonged: boolean;
}

/** The last day of a delay, an ISO day: the act is in time until its midnight. The day that starts it does not count (art. 641). */
export function endOfDelay(start: string, delay: Delay, calendar: PrefectureCalendar): string {
  const counted =
    delay.workingDays > 0 ? calendar.addWorkingDays(start, delay.workingDays) : addSpan(start, delay.span);
  const end = delay.isFranc ? addSpan(counted, { ...NO_SPAN, days: 1 }) : counted;
  return delay.isProlonged ? calendar.workingDayFrom(end) : end;
}

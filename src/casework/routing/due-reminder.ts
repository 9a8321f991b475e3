import type { Routing } from '#definitions/routing.schema.ts';
import { addSpan, daysUntil, NO_SPAN } from '../calendar/add-span.ts';

/** The last day on which a reminder was due, up to a day; null when none was yet. Asked every day or after a week, it gives each reminder once. */
export function dueReminder(
  dueOn: string,
  asOf: string,
  { daysBefore, everyDaysLate }: Routing['remind'],
): string | null {
  const late = daysUntil(dueOn, asOf);
  if (late > 0) {
    const step = Math.floor((late - 1) / everyDaysLate) * everyDaysLate + 1;
    return addSpan(dueOn, { ...NO_SPAN, days: step });
  }
  const days = daysBefore.filter((before) => before >= -late).sort((one, other) => one - other);
  const [nearest] = days;
  return nearest === undefined ? null : addSpan(dueOn, { ...NO_SPAN, days: nearest }, -1);
}

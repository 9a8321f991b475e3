import type { TimeSpan } from '#definitions/condition.schema.ts';
import { firstDay, lastDay, shiftDay } from '#text/calendar-days.ts';
import type { FactValue, Truth } from '../facts.ts';

/** Date before `asOf` minus the span. A month or year is before it only when its last day is; straddling can't be told. */
export function isOlder(fact: FactValue, span: TimeSpan, asOf: string): Truth {
  if (fact === null) return false;
  if (typeof fact !== 'string') return undefined;
  const limit = shiftDay(asOf, { months: -span.months, days: -span.days });
  if (lastDay(fact) < limit) return true;
  return firstDay(fact) >= limit ? false : undefined;
}

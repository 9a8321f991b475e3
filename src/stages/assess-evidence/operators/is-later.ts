import type { TimeSpan } from '#definitions/condition.schema.ts';
import { firstDay, lastDay, shiftDay } from '#text/calendar-days.ts';
import type { FactValue, Truth } from '../facts.ts';

/** Date after `asOf` plus the span. A month or year is after it only when its first day is; straddling can't be told. */
export function isLater(fact: FactValue, span: TimeSpan, asOf: string): Truth {
  if (fact === null) return false;
  if (typeof fact !== 'string') return undefined;
  const limit = shiftDay(asOf, span);
  if (firstDay(fact) > limit) return true;
  return lastDay(fact) <= limit ? false : undefined;
}

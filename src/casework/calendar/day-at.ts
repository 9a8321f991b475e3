import { Temporal } from 'temporal-polyfill';

/**
 * What day it is at a prefecture: the ISO day of an instant (`2026-03-29T22:30:00Z`) in an IANA time zone. "Today" for the clocks of a case.
 * Throws RangeError for what is no instant or no zone.
 */
export function dayAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

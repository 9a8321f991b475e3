import { timeZoneAsked } from './config.ts';

/** The day it is where Liasse is used: in `TZ`, else in France. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timeZoneAsked() ?? 'Europe/Paris', dateStyle: 'short' }).format(
    now,
  );
}

import { InvalidArgumentError } from 'commander';
import { calendarDaySchema } from '#domain/calendar-day.ts';
import { findCaseName } from '#domain/case-name.ts';

/** A calendar day that exists. */
export function parseAsOf(text: string): string {
  if (!calendarDaySchema.safeParse(text).success)
    throw new InvalidArgumentError('a day such as 2026-01-31 is expected.');
  return text;
}

/** A name that is safe as a folder name on every system. */
export function parseCaseName(text: string): string {
  const name = findCaseName(text);
  if (name === undefined)
    throw new InvalidArgumentError('letters, digits, spaces, dots, dashes and underscores are expected, 100 at most.');
  return name;
}

/** ISO 639 codes, separated by commas. */
export function parseLanguages(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim().toLowerCase());
  if (!codes.every((code) => /^[a-z]{2,3}$/.test(code)))
    throw new InvalidArgumentError('language codes such as fr,ar are expected.');
  return codes;
}

/** A whole number of workers. */
export function parseWorkers(text: string): number {
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64)
    throw new InvalidArgumentError('a whole number from 1 to 64 is expected.');
  return workers;
}

/** A time in seconds, fractions allowed. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 86_400)) throw new InvalidArgumentError('seconds from 0.1 to 86400 are expected.');
  return seconds;
}

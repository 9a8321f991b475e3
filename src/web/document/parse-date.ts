const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const EUROPEAN = /^(?:(?:(\d{1,2})[./\s-])?(\d{1,2})[./\s-])?(\d{4})$/;

/** A date as somebody writes it (`14/03/2025`, `14.3.2025`, `03/2025`, `2025`, `2025-03-14`) as ISO 8601, as precise as it is; null when it is none. */
export function parseDate(written: string): string | null {
  const text = written.trim();
  const iso = ISO.exec(text);
  if (iso !== null) return isoOf(iso[1], iso[2], iso[3]);
  const european = EUROPEAN.exec(text);
  return european === null ? null : isoOf(european[3], european[2], european[1]);
}

function isoOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const iso = [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  const date = new Date(`${iso.padEnd(4, '0')}${'-01-01'.slice(iso.length - 4)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

import type { CalendarId } from '#domain/findings.ts';

/** What a printed month name can mean. Several readings are kept: `listopad` is October in Croatian and November in Polish. */
export interface MonthName {
  readonly calendar: CalendarId;
  /** 1-based; Ethiopian years have a thirteenth. */
  readonly month: number;
  readonly languages: readonly string[];
}

import type { CalendarId } from '#domain/findings.ts';
import type { DateToken } from './date-token.ts';

/** A date found in a text: where (UTF-16 offsets), what it means, and how sure the reading is. */
export interface DateReading {
  readonly from: number;
  readonly to: number;
  readonly iso: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly calendar: CalendarId;
  /** 0..1, of the letters' meaning alone; the recogniser's doubt comes on top. */
  readonly confidence: number;
  /** For a numeric date that day and month numbers decide: the order it proves; `null` where both orders fit. */
  readonly order: 'dmy' | 'mdy' | 'none' | null;
  /** The other reading of a numeric date that fits both orders. */
  readonly otherIso: string | null;
  readonly isShortYear: boolean;
  /** Which end of a printed range this is. */
  readonly range: 'start' | 'end' | null;
}

/** What is known around the text. */
export interface DateContext {
  /** ISO 639 codes, the main one first. */
  readonly languages: readonly string[];
  /** Order of day and month where numbers fit both. */
  readonly order: 'dmy' | 'mdy';
  readonly isOrderSure: boolean;
  /** The year papers are judged in: decides the century of two-digit years. */
  readonly year: number;
  /** The text was recognised, so that letters may be misread; false for a text layer. */
  readonly isRecognised: boolean;
}

/** What a pattern reads: the dates (two for a range) and the token after the last. */
export interface PatternMatch {
  readonly readings: readonly DateReading[];
  readonly next: number;
}

/** Tries to read a date that starts at a token; undefined when none does. */
export type DatePattern = (tokens: readonly DateToken[], at: number, context: DateContext) => PatternMatch | undefined;

/** 1926 for 26 when the paper is judged in 2010, 2026 when judged in 2026: ten years ahead at most. */
export function fullYear(short: number, referenceYear: number): number {
  const latest = referenceYear + 10;
  return latest - ((latest - short) % 100);
}

/** Years that a calendar is ahead of the Gregorian one, where its year is printed with two digits; short Persian years never lie ahead. */
const AHEAD: Readonly<Partial<Record<CalendarId, number>>> = { buddhist: 543, ethiopic: -8, persian: -631 };

/** The year, in its calendar, that two digits stand for. */
export function longYear(short: number, calendar: CalendarId, referenceYear: number): number {
  return fullYear(short, referenceYear + (AHEAD[calendar] ?? 0));
}

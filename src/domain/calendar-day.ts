import { z } from 'zod';

/** A day that somebody writes, `2026-01-31`. There is no year 0, and no database takes one. */
export const calendarDaySchema = z.iso.date().refine((day) => !day.startsWith('0000'));

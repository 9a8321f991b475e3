import { z } from 'zod';
import { dateRoleSchema } from '#domain/findings.ts';

const wording = z.array(z.string().min(2)).default([]);

/**
 * One file `dates/<language>.yaml`: the wording around dates by which institutions of one language say what a date is.
 * Matching folds case, accents and endings and forgives misread letters, so wording is given as printed.
 */
export const dateCuesSchema = z.strictObject({
  /** ISO 639-1, else 639-3. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** Labels and phrases that stand before a date (on its line, above it or left of it), by the role they give it. */
  before: z.partialRecord(dateRoleSchema, z.array(z.string().min(2))),
  /** Wording that follows a date: "12.03.2024 tarihinde doğdu". */
  after: z.partialRecord(dateRoleSchema, z.array(z.string().min(2))).default({}),
  /** "Fait à …, le": signs that the place and date of signing come next. */
  signing: wording,
  /** Labels of the day a patient left: a hospital's letter that prints no other date is of that day. */
  discharge: wording,
  /** Print and fax traces, form versions, updates: a date after these is never the issue date. */
  traces: wording,
  /** Labels of a year that stands alone: "année", "revenus de l'année". */
  years: wording,
  /** Wording of papers that print the month before the day ("State of", "U.S. Department"). */
  monthFirst: wording,
});
export type DateCues = z.infer<typeof dateCuesSchema>;

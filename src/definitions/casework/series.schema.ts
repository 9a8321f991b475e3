import { z } from 'zod';
import { bilingualSchema, severitySchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const saysSchema = z.strictObject({ severity: severitySchema, message: bilingualSchema });

/** Papers of which there is one a month, from one issuer. */
const monthlySchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  /** Field with the month (YYYY-MM). */
  period: z.string(),
  /** Fields that name the issuer: by numbers, compared as they are, and by name. */
  issuerNumbers: z.array(z.string()),
  issuerName: z.string(),
  /** Words that say nothing of an issuer's name. */
  legalForms: z.array(z.string()),
  /** A longer stretch without papers is no gap, but two times with one issuer. */
  longestGap: z.number().int().min(1),
  /** Fields that two papers of one month must agree in. */
  amounts: z.array(z.string()),
  /** An amount added up since January, printed behind one of the patterns (folded text, the amount next), and the field that is added. */
  cumulative: z.array(z.strictObject({ field: z.string(), patterns: z.array(patternSchema) })),
  /** Share by which added amounts may differ. */
  tolerance: z.number().min(0).max(1),
  /** {issuer} {from} {to} {months}; {month} {papers} {amounts}; {first} {second} {before} {after} {month}. */
  gap: saysSchema,
  sameMonth: saysSchema,
  falls: saysSchema,
  doesNotAddUp: saysSchema,
});
export type MonthlyRules = z.infer<typeof monthlySchema>;

/** Papers of which there is one a year, about a year before. */
const yearlySchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  /** Field with the year it is about. */
  year: z.string(),
  /** In the year of the judgement the paper about the year before comes out on this day (MM-DD). */
  outFrom: z.string().regex(/^\d{2}-\d{2}$/),
  /** So many years back at most are missed. */
  mostYears: z.number().int().min(1),
  /** {paper} {latest} {inForce}; {years}; {paper}. */
  old: saysSchema,
  missing: saysSchema,
  unread: saysSchema,
});
export type YearlyRules = z.infer<typeof yearlySchema>;

/** `case/series.yaml`: papers that come in series, and pages that lie apart. */
export const seriesSchema = z.strictObject({
  monthly: z.array(monthlySchema),
  yearly: z.array(yearlySchema),
  pages: z.strictObject({
    /** Papers received so far apart may still be pages of one. */
    near: z.number().int().min(1),
    /** {papers} {total}; {paper} {pages} {total}. */
    apart: saysSchema,
    absent: saysSchema,
  }),
});
export type SeriesRules = z.infer<typeof seriesSchema>;

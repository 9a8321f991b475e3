import { z } from 'zod';
import { boxSchema } from './geometry.ts';

/** Where something was read: page (1-based within the file), box, words as printed. */
export const placeSchema = z.object({ text: z.string(), page: z.number().int().positive(), box: boxSchema });
export type Place = z.infer<typeof placeSchema>;

/** Ids of types, criteria and flags are data (`pipelines/`): code treats them as opaque words. */
export const typeDecisionSchema = z.object({
  id: z.string(),
  /** Calibrated: of the documents at 0.9, nine in ten are right. */
  confidence: z.number(),
  alternatives: z.array(z.object({ id: z.string(), confidence: z.number() })),
  because: z.array(placeSchema),
});
export type TypeDecision = z.infer<typeof typeDecisionSchema>;

export const documentLanguageSchema = z.object({
  code: z.string(),
  script: z.string(),
  share: z.number(),
  confidence: z.number(),
});
export type DocumentLanguage = z.infer<typeof documentLanguageSchema>;

export const dateRoleSchema = z.enum([
  'issue',
  'birth',
  'event',
  'period-start',
  'period-end',
  'expiry',
  'entry',
  'appointment',
  'law',
  'other',
]);
export type DateRole = z.infer<typeof dateRoleSchema>;

export const calendarSchema = z.enum(['gregory', 'persian', 'islamic', 'ethiopic', 'buddhist', 'bikram-sambat']);
export type CalendarId = z.infer<typeof calendarSchema>;

/** A date as printed. `iso` is shortened to what is printed: `2025`, `2025-03`, `2025-03-14`. */
export const foundDateSchema = placeSchema.extend({
  iso: z.string(),
  precision: z.enum(['day', 'month', 'year']),
  role: dateRoleSchema,
  calendar: calendarSchema,
  /** 0..1, of the reading and the role together. */
  confidence: z.number(),
});
export type FoundDate = z.infer<typeof foundDateSchema>;

export const issueDateSchema = placeSchema.extend({ iso: z.string(), confidence: z.number() });
export type IssueDate = z.infer<typeof issueDateSchema>;

/** All dates of a document, and the one that says when it was issued (null: undated, which is an answer). */
export const documentDatesSchema = z.object({
  dates: z.array(foundDateSchema),
  issueDate: issueDateSchema.nullable(),
  /** Other dates that could be the issue date, best first; a close runner-up means "needs a human". */
  issueCandidates: z.array(issueDateSchema),
  /** A date is printed that could not be understood: without an issue date, the paper is not known to have none. */
  hasUnread: z.boolean().optional(),
});
export type DocumentDates = z.infer<typeof documentDatesSchema>;

export const letterheadSchema = z.object({
  present: z.boolean(),
  issuer: z.string().nullable(),
  /** police, hospital, doctor, town-hall, association, employer, court, … (data, not code). */
  kind: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  identifiers: z.record(z.string(), z.string()),
  page: z.number().nullable(),
  box: boxSchema.nullable(),
  confidence: z.number(),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

/** A value read from the paper (or worked out from it) under the name the contract gives it. */
export const fieldSchema = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  place: placeSchema.nullable(),
  confidence: z.number(),
});
export type Field = z.infer<typeof fieldSchema>;
export const fieldsSchema = z.object({ fields: z.record(z.string(), fieldSchema) });

export const severitySchema = z.enum(['blocking', 'weak', 'info']);

export const bilingualSchema = z.object({ fr: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

export const flagSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  message: bilingualSchema,
  page: z.number().nullable(),
  box: boxSchema.nullable(),
});
export type Flag = z.infer<typeof flagSchema>;

/** A flag that would be raised, had a person not said why it does not count here. */
export const dismissedFlagSchema = flagSchema.extend({ reason: z.string() });

/** What the evidence table makes of a document. `score` is null where the paper is not evidence. */
export const assessmentSchema = z.object({
  needsReview: z.boolean(),
  flags: z.array(flagSchema),
  criteria: z.array(z.object({ id: z.string(), weight: z.number() })),
  score: z.number().nullable(),
  /** Absent where there is none. */
  dismissed: z.array(dismissedFlagSchema).optional(),
  /** A person looked at the paper and said that nothing is left to be checked. */
  isLookedAt: z.boolean().optional(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const share = z.number().min(0).max(1);
const strengthSchema = z.enum(['proven', 'thin']);

/** Which months a paper speaks of. The first source that yields some is taken. */
export const monthSourceSchema = z.discriminatedUnion('from', [
  /** A field that holds a month (or a longer date), a year, or a school year ("2025-2026", from September to July). */
  z.strictObject({ from: z.literal('field'), field: z.string(), as: z.enum(['month', 'year', 'school-year']) }),
  /** The month of issue. */
  z.strictObject({ from: z.literal('issue') }),
  /** From the first date of role `period-start` to the last of role `period-end`, or to the issue date where none is printed. */
  z.strictObject({ from: z.literal('period') }),
  /** From the beginning of the period, or the issue, to the end that a field gives. */
  z.strictObject({ from: z.literal('validity'), field: z.string() }),
]);
export type MonthSource = z.infer<typeof monthSourceSchema>;

const claimSchema = z.strictObject({
  months: z.array(monthSourceSchema).min(1),
  strength: strengthSchema,
  /** What months after the issue are worth; absent: nothing. A paper without an issue date claims no more than this for any month. */
  beyondIssue: strengthSchema.optional(),
});
export type PresenceClaim = z.infer<typeof claimSchema>;

/** A sign that a paper was issued in France, or (points below zero) elsewhere. */
const signSchema = z.strictObject({
  id: z.string(),
  points: z.number().int(),
  /** The paper's main language. */
  languages: z.array(z.string()).optional(),
  /** Numbers of French registers in the letterhead. */
  identifiers: z.array(z.string()).optional(),
  /** Fields that only a French paper has. */
  fields: z.array(z.string()).optional(),
  /** Folded text of a part of the paper; `head`: its first characters. */
  in: z.enum(['issuer', 'address', 'phone', 'head', 'text']).optional(),
  says: z.array(patternSchema).default([]),
});
export type PresenceSign = z.infer<typeof signSchema>;

/** `case/presence.yaml`: which papers prove residence in France, for which months, and how well. */
export const presenceRulesSchema = z.strictObject({
  /** Dates read, and types told, less surely make a proof a thin one. */
  certainFrom: share,
  typeCertainFrom: share,
  /** Flags that make a proof a thin one. */
  thinFlags: z.array(z.string()),
  schoolYear: z.strictObject({ from: z.number().int().min(1).max(12), to: z.number().int().min(1).max(12) }),
  /** Runs of empty or thin months from this length on are said. */
  emptyFrom: z.number().int().min(1),
  thinFrom: z.number().int().min(1),
  /** An entry so many years before the day of the judgement is a misreading. */
  mostYears: z.number().int().min(1),
  inFrance: z.strictObject({
    /** Points from which on a paper is taken for a French one; with fewer, but some, its proof is thin; with none it proves nothing. */
    enough: z.number().int(),
    headLetters: z.number().int().positive(),
    signs: z.array(signSchema),
  }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      types: z.array(z.string()).min(1),
      claims: z.array(claimSchema).min(1),
    }),
  ),
  sentences: z.strictObject({
    /** {date}. */
    entryFact: bilingualSchema,
    entryPaper: bilingualSchema,
    entryProof: bilingualSchema,
    /** {date}: only a month or year is known. */
    entryShort: bilingualSchema,
    entryFuture: bilingualSchema,
    /** {dates}. */
    entriesDiffer: bilingualSchema,
    /** {month} {date}. */
    earlierProof: bilingualSchema,
    /** {months} {proven} {thin} {empty}. */
    total: bilingualSchema,
    /** {count} {from} {to}. */
    emptyStretch: bilingualSchema,
    thinStretch: bilingualSchema,
  }),
});
export type PresenceRules = z.infer<typeof presenceRulesSchema>;

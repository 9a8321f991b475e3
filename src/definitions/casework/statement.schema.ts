import { z } from 'zod';
import { bilingualSchema, dateRoleSchema, severitySchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const saysSchema = z.strictObject({ severity: severitySchema, message: bilingualSchema });

/** `case/statement.yaml`: the personal statement, and the annexes it refers to. */
export const statementSchema = z.strictObject({
  types: z.array(z.string()),
  maxPages: z.number().int().min(1),
  /** Roles of dates that tell a story; `outOfOrder`: so many that come before the one told last are no look back. */
  roles: z.array(dateRoleSchema),
  leastConfidence: z.number().min(0).max(1),
  outOfOrder: z.number().int().min(1),
  annexes: z.strictObject({
    /** Words that a number follows: annexe, pièce, annex; between them and the number; between numbers; from … to. */
    words: z.array(z.string()),
    before: z.array(z.string()),
    and: z.array(z.string()),
    to: z.array(z.string()),
    /** A reference without a number. */
    unnumbered: z.array(patternSchema),
    /** So many letters before or after a reference say what the annex is. */
    reach: z.number().int().min(10),
    /** Words for one and the same author, a list each: a reference that names one means a paper in which he or she is named, too. */
    authors: z.array(z.array(patternSchema).min(1)).default([]),
    /** Types that are no annexes. */
    notAnnexes: z.array(z.string()),
  }),
  /** {paper}; {pages} {limit}; {first} {second}; {numbers}; {annexes}; {papers}. */
  long: saysSchema,
  several: saysSchema,
  notChronological: saysSchema,
  noAnnexes: saysSchema,
  unnumbered: saysSchema,
  gap: saysSchema,
  absent: saysSchema,
  uncited: saysSchema,
});
export type StatementRules = z.infer<typeof statementSchema>;

import { z } from 'zod';
import { bilingualSchema, dateRoleSchema, severitySchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const check = {
  id: z.string(),
  severity: severitySchema,
  /** {values}: what papers say, each with its paper; for a claim {claim} {papers}. */
  message: bilingualSchema,
  /** Only papers of these types; none: of all. */
  types: z.array(z.string()).default([]),
};

/** What papers say in words: of each only one thing, else it is a form that lists the choices. */
const valuesSchema = z.strictObject({
  kind: z.literal('values'),
  ...check,
  fields: z.array(z.string()).default([]),
  /** The first group is what is said. */
  patterns: z.array(patternSchema),
  /** Folded beginnings of what is said, by what it means. */
  values: z.record(z.string(), z.strictObject({ label: bilingualSchema, words: z.array(z.string()).min(1) })),
  /** Papers issued farther apart may both be right. */
  withinMonths: z.number().int().min(1),
});

/** Dates of a role, of which there can be one. */
const datesSchema = z.strictObject({
  kind: z.literal('dates'),
  ...check,
  roles: z.array(dateRoleSchema).min(1),
  leastConfidence: z.number().min(0).max(1),
  /** Fact of the case that says it too. */
  fact: z.enum(['entry', 'birth']).optional(),
});

/** Where somebody lived, by the first figures of the postcode; a paper speaks of its period, else of its month of issue. */
const placesSchema = z.strictObject({
  kind: z.literal('places'),
  ...check,
  fields: z.array(z.string()).default([]),
  /** Types whose issuer's address is where the person lived. */
  byIssuer: z.array(z.string()).default([]),
  postcode: patternSchema,
  figures: z.number().int().min(1),
  /** Beginnings of postcodes between which people are sent while they stay where they are. */
  oneArea: z.array(z.array(z.string())),
});

/** A statement that other papers speak against. */
const claimSchema = z.strictObject({
  kind: z.literal('claim'),
  ...check,
  /** The paper says so in words … */
  patterns: z.array(patternSchema).default([]),
  /** … or in a field. */
  field: z.strictObject({ name: z.string(), atMost: z.number() }).optional(),
  /** A field with the year it speaks of; else it speaks of the months around its issue. */
  yearField: z.string().optional(),
  aroundMonths: z.number().int().min(0).default(0),
  against: z.strictObject({ types: z.array(z.string()).min(1), period: z.string() }),
});

export const contradictionSchema = z.discriminatedUnion('kind', [valuesSchema, datesSchema, placesSchema, claimSchema]);
export type Contradiction = z.infer<typeof contradictionSchema>;
export type ContradictionOf<Kind extends Contradiction['kind']> = Extract<Contradiction, { kind: Kind }>;

/** `case/contradictions.yaml`: what papers of one file must not say against each other. */
export const contradictionsSchema = z.strictObject({
  checks: z.array(contradictionSchema),
  /** {value} {paper}; what the organisation says. */
  item: bilingualSchema,
  given: bilingualSchema,
});
export type ContradictionsRules = z.infer<typeof contradictionsSchema>;

import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

const share = z.number().min(0).max(1);

/** `case/matrix.yaml`: how papers together carry a criterion. What a flag takes from a paper stands in `flags.yaml`. */
export const matrixSchema = z.strictObject({
  /** 0..100: from here on a criterion is met; below it is weak. */
  metFrom: z.number().int().min(1).max(100),
  /** What another paper of the same type still adds, times the one before: five pay slips are not five reasons. */
  repeated: share,
  /** A type that is less sure than this is shown, and not counted. */
  doubtfulBelow: share,
  /** Flags whose papers are shown, and not counted. */
  uncountedFlags: z.array(z.string()),
  /** Papers that say less about a criterion by where they were issued: in France (`yes`), elsewhere (`no`). */
  places: z
    .array(
      z.strictObject({
        id: z.string(),
        criterion: z.string(),
        types: z.array(z.string()),
        inFrance: z.enum(['yes', 'no']),
        factor: share,
        message: bilingualSchema,
      }),
    )
    .default([]),
  /** Papers of these types speak of a criterion only if they say one of these: a statement on meals that are given out is none on trafficking. */
  topics: z
    .array(
      z.strictObject({
        id: z.string(),
        criterion: z.string(),
        types: z.array(z.string()),
        /** The patterns' languages (ISO 639): in another one nothing can be told. */
        languages: z.array(z.string()),
        says: z.array(patternSchema).min(1),
        message: bilingualSchema,
      }),
    )
    .default([]),
  /** Criteria that are not met, however strong, unless a counted paper of one of these types is among those that carry them. */
  needs: z
    .array(
      z.strictObject({
        id: z.string(),
        criterion: z.string(),
        anyOf: z.array(z.string()).min(1),
        message: bilingualSchema,
      }),
    )
    .default([]),
  /** Findings (their rules) that say that a paper is not the client's: it is shown, and not counted. Mere hints (`info`) say no such thing. */
  uncountedFindings: z.array(z.string()).default([]),
  /** Criteria that support a file and do not carry it alone: among criteria of the same coverage they come last. */
  supporting: z.array(z.string()).default([]),
  /** A flag that another paper of the file makes good: by a relation, such as the translation of a foreign paper. */
  madeGood: z.array(z.strictObject({ flag: z.string(), by: z.enum(['translation']), message: bilingualSchema })),
  sentences: z.strictObject({
    /** {type} {criterion}: what a sound paper of the type is worth. */
    weight: bilingualSchema,
    doubtful: bilingualSchema,
    copy: bilingualSchema,
    /** It is somebody else's. */
    stranger: bilingualSchema,
    /** Said of the criteria of `supporting`. */
    supporting: bilingualSchema,
    flagged: bilingualSchema,
    /** {papers} {strength}; {best} is the type of the strongest paper. */
    met: bilingualSchema,
    weak: bilingualSchema,
    missing: bilingualSchema,
    /** {count}: papers that were not counted. */
    unclear: bilingualSchema,
  }),
});
export type MatrixRules = z.infer<typeof matrixSchema>;

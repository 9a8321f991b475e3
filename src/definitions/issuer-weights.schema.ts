import { z } from 'zod';

const weights = z.record(z.string(), z.number());

/** `models/issuer.json`: what each feature of a letterhead is worth, fitted on labelled papers by `scripts/fit-issuer.ts`. */
export const issuerWeightsSchema = z.strictObject({
  /** For choosing among the names of a letterhead. */
  rank: weights,
  /** For telling whether there is a letterhead; keys `type-<document type>` say how often papers of a type have one. */
  presence: weights,
});
export type IssuerWeights = z.infer<typeof issuerWeightsSchema>;

/** `letterhead.yaml`: what holds for letterheads in any language. */
export const letterheadRulesSchema = z.strictObject({
  /** Kinds of issuer that are a person: the name stands above the profession. */
  personalKinds: z.array(z.string()),
  /** From this likelihood on there is a letterhead, 0..1. */
  presentFrom: z.number(),
});
export type LetterheadRules = z.infer<typeof letterheadRulesSchema>;

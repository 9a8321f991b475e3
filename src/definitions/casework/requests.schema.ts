import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { patternSchema } from './pattern.ts';

/** `case/requests.yaml`: papers to ask for, and weak ones to have completed. Gains are computed, never written down. */
export const requestsSchema = z.strictObject({
  /** New papers that would add less than this to a criterion (0..100) are not asked for. */
  leastGain: z.number().int().min(1),
  /** Nor weak ones to be completed that would add less; 0: also where the file is strong without them, a weak paper weakens it. */
  leastGainOfCompletion: z.number().int().min(0).default(1),
  /** A criterion that is carried by less than this (0..100) is hardly the client's: for it only papers with `evenIfMissing` are asked for. */
  askFrom: z.number().int().min(0).default(0),
  /** At most so many new papers are asked for, and so many weak ones to be completed. */
  most: z.number().int().min(1),
  papers: z.array(
    z.strictObject({
      id: z.string(),
      criterion: z.string(),
      /** The type of the paper that would come. */
      type: z.string(),
      /** Not asked for when the file holds a counted paper of one of these types, worth at least `unlessFrom` for the criterion. */
      unless: z.array(z.string()).default([]),
      unlessFrom: z.number().int().default(60),
      /** Asked for even when nothing in the file speaks to the criterion yet: most clients have such a paper. */
      evenIfMissing: z.boolean().default(false),
      /** In place of the `leastGain` of all: what a prefecture looks for by name is asked for even where it adds little to the figure. */
      leastGain: z.number().int().min(0).optional(),
      /** Asked for only if some paper, but for those of the types `notIn`, says one of these. */
      onlyIf: z
        .strictObject({ says: z.array(patternSchema).min(1), notIn: z.array(z.string()).default([]) })
        .optional(),
      /** Not asked of clients of this age in years or more; where the birth is not known, of everybody. */
      untilAge: z.number().int().optional(),
      what: bilingualSchema,
      why: bilingualSchema,
      /** Id of the letter that asks for it. */
      letter: z.string().nullable().default(null),
    }),
  ),
  completions: z.array(
    z.strictObject({
      /** A flag that its author can make good. */
      flag: z.string(),
      what: bilingualSchema,
      why: bilingualSchema,
      /** As it stands in the letter's list, in French: "la date du document". */
      ask: z.string(),
    }),
  ),
  /** {what}: what is asked for; {paper}: type, issuer and date of the weak paper. */
  completionLine: bilingualSchema,
});
export type RequestRules = z.infer<typeof requestsSchema>;

/** `case/letters.yaml`: letters in French that ask for papers. Merge fields stand in double braces, and nothing else is invented. */
export const lettersSchema = z.strictObject({
  letters: z.array(
    z.strictObject({
      id: z.string(),
      /** Kinds of issuer (`letterhead.kind`) whose weak papers are completed with it; the one without kinds is for all others. */
      kinds: z.array(z.string()).default([]),
      /** Whom it is addressed to, in French. */
      to: z.string(),
      subject: z.string(),
      /** {request}: what is asked for, a line each; {about}: the sentence below, where a weak paper is meant. */
      body: z.string(),
    }),
  ),
  /** The sentence that says which {paper} is meant. */
  about: z.string(),
  /** {type} of {issuer}, {date}: how a paper is named in a letter; parts that are not known are left out. */
  paper: z.strictObject({ type: z.string(), issuer: z.string(), date: z.string() }),
});
export type LetterRules = z.infer<typeof lettersSchema>;

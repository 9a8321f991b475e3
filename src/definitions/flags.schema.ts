import { z } from 'zod';
import { bilingualSchema, severitySchema } from '#domain/findings.ts';
import { flagRuleSchema } from './condition.schema.ts';

/** `flags.yaml`: every flag with its wording, the rules for papers of any type, and how facts are made of measurements. */
export const flagsSchema = z
  .strictObject({
    /** The flag that means "a human must look". */
    reviewFlag: z.string(),
    flags: z.record(
      z.string(),
      z.strictObject({
        /** As it stands in a table cell. */
        label: bilingualSchema,
        severity: severitySchema,
        /** Placeholders: {date}, {age}, {expiry}, {pages}, {limit}, {missing}, {language}, {title}, {advice}. */
        message: bilingualSchema,
        /** The paper's worth is multiplied by this. */
        factor: z.number().min(0).max(1),
      }),
    ),
    rules: z.array(flagRuleSchema),
    /** What {advice} says: about each problem that was measured on a picture, and where none was. */
    advice: z.strictObject({ unknown: bilingualSchema, problems: z.record(z.string(), bilingualSchema) }),
    thresholds: z.strictObject({
      /** A mark or letterhead found with less confidence is neither there nor absent. */
      mark: z.number(),
      markDoubt: z.number(),
      letterhead: z.number(),
      /** A language of at least this share of the text counts as one the paper is in. */
      languageShare: z.number(),
      languageConfidence: z.number(),
      /** An issue date less sure than this is contested whatever stands beside it. */
      issueDate: z.number(),
      /** A runner-up this close to the issue date leaves it contested. */
      runnerUp: z.number(),
    }),
    /** "page 1/3", folded; first group the number, second the total. */
    pageNumbers: z.array(z.string()),
    /** Traits of the wording, fact `text.<name>`: words by language (trailing `*`: the word goes on) and patterns over folded text. */
    traits: z.record(
      z.string(),
      z.strictObject({
        words: z.record(z.string(), z.array(z.string())).default({}),
        patterns: z.array(z.string()).default([]),
      }),
    ),
  })
  .superRefine((value, context) => {
    for (const [at, rule] of value.rules.entries())
      if (value.flags[rule.flag] === undefined)
        context.addIssue({ code: 'custom', path: ['rules', at, 'flag'], message: 'a flag named under flags' });
    if (value.flags[value.reviewFlag] === undefined)
      context.addIssue({ code: 'custom', path: ['reviewFlag'], message: 'a flag named under flags' });
  });
export type Flags = z.infer<typeof flagsSchema>;

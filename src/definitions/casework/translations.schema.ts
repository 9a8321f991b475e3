import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';

const share = z.number().min(0).max(1);

/** `case/translations.yaml`: how a translation is known, and told to be that of an original. */
export const translationsSchema = z.strictObject({
  /** Types that are translations; a paper of another type is one when it is in a target language and bears one of the marks. */
  types: z.array(z.string()),
  marks: z.array(z.string()),
  targetLanguages: z.array(z.string()),
  /** Flags of papers that need a translation. */
  foreignFlags: z.array(z.string()),
  /** Names of languages, by their codes, as translations name what they were made from; `{language}` in the forms. */
  languages: z.record(z.string(), z.array(z.string())),
  languageForms: z.array(z.string().includes('{language}')),
  /** Log-odds that each sign adds; of shares, at a share of 1. */
  weights: z.strictObject({
    base: z.number(),
    language: z.number(),
    otherLanguage: z.number(),
    type: z.number(),
    otherType: z.number(),
    names: z.number(),
    noNames: z.number(),
    dates: z.number(),
    noDates: z.number(),
    numbers: z.number(),
    sameFile: z.number(),
    nextReceived: z.number(),
  }),
  /** Pairs less likely than `pairFrom` are none; from `sureFrom` on the original counts as translated. */
  pairFrom: share,
  sureFrom: share,
  /** Two originals as likely as this (in log-odds) leave it open which was translated: no pair is sure. */
  tie: z.number().min(0),
  /** Dates less sure than this are not compared. */
  leastConfidence: share,
  /** Numbers with fewer figures say nothing. */
  leastFigures: z.number().int().min(2),
  /** {papers}; {original} {translation} {differences}; in `difference` the {original} and {translation} values. */
  sentences: z.strictObject({
    untranslated: bilingualSchema,
    alone: bilingualSchema,
    unsure: bilingualSchema,
    differs: bilingualSchema,
    difference: bilingualSchema,
  }),
});
export type TranslationsRules = z.infer<typeof translationsSchema>;

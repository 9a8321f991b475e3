import { z } from 'zod';

/** A recognition model as the engines name it: ISO 639-3 with an optional variant (`fra`, `chi_sim`). */
export const modelIdSchema = z.string().regex(/^[a-z]{3}(_[a-z]{2,8})*$/, 'a model such as fra or chi_sim is expected');

const languageModelsSchema = z
  .strictObject({
    /** Best first; the first one installed reads the language. */
    models: z.array(modelIdSchema).min(1),
    /** Those of them that were made for another language and read this one with more mistakes. */
    lessExact: z.array(modelIdSchema).default([]),
  })
  .refine(({ models, lessExact }) => lessExact.every((model) => models.includes(model)), {
    path: ['lessExact'],
    error: 'only models of the list can be less exact',
  })
  .refine(({ models: [best], lessExact }) => best !== undefined && !lessExact.includes(best), {
    path: ['lessExact'],
    error: 'the first model is the most exact one',
  });

/** `reading.yaml`: which recognition model reads which language and script. */
export const readingSchema = z.strictObject({
  /** By ISO 639-1 code, else 639-3; with the script behind it (`sr-Latn`) where a language is written in two. */
  languages: z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/), languageModelsSchema),
  /** By ISO 15924 code: models for a first reading, before the language is known, best first. */
  scripts: z.record(z.string().regex(/^[A-Z][a-z]{3}$/), z.array(modelIdSchema).min(1)),
  /** Models tried on a sample, in this order, when nothing else tells the script. */
  tryOrder: z.array(modelIdSchema),
  /** Models tried on a sample when the language of a Latin page is not clear. */
  latinTryOrder: z.array(modelIdSchema),
  /** Models of scripts that stand beside Latin print on papers in two scripts, the commonest first. */
  besideLatin: z.array(modelIdSchema),
  /** Families of models that only a sample tells apart. */
  sisters: z.array(
    z
      .strictObject({
        models: z.array(modelIdSchema).min(2),
        /** The one that alone reads a style of writing which all the others are unsure of. */
        style: modelIdSchema.optional(),
      })
      .refine(({ models, style }) => style === undefined || models.includes(style), {
        path: ['style'],
        error: 'one of the models is expected',
      }),
  ),
});
export type Reading = z.infer<typeof readingSchema>;

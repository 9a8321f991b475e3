import { z } from 'zod';

const isExpression = (source: string): boolean => {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/** ISO 15924, e.g. Arab. */
const script = z.string().regex(/^[A-Z][a-z]{3}$/, 'a script such as Arab is expected');

const correctionSchema = z
  .strictObject({
    /** Only lines with a letter of one of these scripts; any line when not given. */
    scripts: z.array(script).min(1).optional(),
    /** Only pages whose main language is one of these (ISO 639); any page when not given. */
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .optional(),
    /** Only pages on which none of these letters was read: the model does not know them in this print. */
    unlessRead: z.string().min(1).optional(),
    /** What is misread: a regular expression over the words of a line, one space apart. */
    find: z.string().min(1).refine(isExpression, 'a regular expression is expected'),
    /** What is printed there, `$1` for the first group. */
    put: z.string().optional(),
    /** Or letter by letter what each misread one stands for; `find` then says where. */
    letters: z.record(z.string().min(1), z.string()).optional(),
  })
  .refine(({ put, letters }) => (put === undefined) !== (letters === undefined), {
    path: ['put'],
    error: 'either put or letters is expected',
  });

/** `proofreading.yaml`: what recognisers are known to misread, by script and language. Applied in the order given. */
export const proofreadingSchema = z.strictObject({
  corrections: z.array(correctionSchema),
  /** Models that read machine-readable lines printed beside another script, best first. */
  machineLines: z.array(z.string()).min(1),
  /** By script: Latin letters and the letters of that script which look the same. */
  lookalikes: z.record(script, z.record(z.string().length(1), z.string().length(1))),
});
export type Proofreading = z.infer<typeof proofreadingSchema>;
export type Correction = Proofreading['corrections'][number];

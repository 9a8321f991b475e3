import { z } from 'zod';

/** One row of weights per feature of a text, one weight a type. A feature without a row says nothing instead of something random. */
export const weightRowsSchema = z.strictObject({
  types: z.array(z.string()).min(2),
  /** Feature hashes (uint32, little endian, ascending), base64. */
  features: z.base64(),
  /** Weights in fifteen levels, four bits each, one row of `types.length` per feature, base64; the stage that reads them says how. */
  weights: z.base64(),
  /** Log-odds of the highest level. */
  largestWeight: z.number().positive(),
});
export type WeightRows = z.infer<typeof weightRowsSchema>;

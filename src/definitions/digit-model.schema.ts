import { z } from 'zod';

/** A layer's numbers as int8, base64; times `scale` they are what training found. */
const layerSchema = z.strictObject({ weights: z.base64(), scale: z.number().positive(), biases: z.array(z.number()) });

/**
 * `models/digits.json`, written by `scripts/train-digits.ts`: a small network that tells the digits of several scripts, and the signs that
 * stand between them, by their shape. It knows shapes only; which of them a page can hold is decided where numbers are read.
 */
export const digitModelSchema = z.strictObject({
  format: z.literal('liasse.digits/1'),
  /** What each output stands for: one character, or empty for any other shape. */
  classes: z.array(z.string().max(1)).min(2),
  /** The digits 0 to 9 of each way of writing numbers; one shape may serve in several. */
  sets: z.array(
    z.strictObject({
      id: z.string(),
      /** As they are written in a text. */
      digits: z.string(),
      /** The classes that draw them: for each digit one class or more. */
      shapes: z.array(z.string().min(1)).length(10),
      /** Scripts (ISO 15924) whose papers use these digits. */
      scripts: z.array(z.string()),
      /** Languages (ISO 639-1) that write numbers so: where two sets share their shapes, the page's language decides. */
      languages: z.array(z.string()),
    }),
  ),
  layers: z.strictObject({ first: layerSchema, second: layerSchema, hidden: layerSchema, output: layerSchema }),
});
export type DigitModel = z.infer<typeof digitModelSchema>;
export type DigitSet = DigitModel['sets'][number];

import { z } from 'zod';
import { dateRoleSchema } from '#domain/findings.ts';

const regularShape = z.string().refine((pattern) => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, 'a regular expression');

/** Labels by language code. A trailing `*` lets the last word go on. */
const labels = z.record(z.string(), z.array(z.string()).min(1));

/** How one field is read. Several may be given for a field: the first that finds a value wins. */
export const fieldExtractorSchema = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('label'),
    labels,
    as: z.enum(['text', 'name', 'amount', 'count', 'year', 'code', 'date']),
    /** Which of several amounts on the line; the last column is the amount due. */
    pick: z.enum(['first', 'last', 'largest']).default('last'),
    /** The value must have this shape. */
    shape: regularShape.optional(),
  }),
  z.strictObject({
    from: z.literal('pattern'),
    pattern: regularShape,
    check: z.enum(['none', 'luhn']).default('none'),
    as: z.enum(['text', 'code', 'count']).default('text'),
  }),
  z.strictObject({
    from: z.literal('date'),
    roles: z.array(dateRoleSchema).min(1),
    as: z.enum(['day', 'month', 'year']).default('day'),
    pick: z.enum(['first', 'last']).default('last'),
  }),
  z.strictObject({ from: z.literal('letterhead'), part: z.string() }),
  z.strictObject({
    from: z.literal('mrz'),
    part: z.enum([
      'documentNumber',
      'lastName',
      'firstName',
      'nationality',
      'birthDate',
      'expirationDate',
      'sex',
      'valid',
      'holder',
    ]),
  }),
  z.strictObject({ from: z.literal('amount-signs'), signs: z.record(z.string(), z.string()) }),
  /** True when whole − parts is the rest, within the share allowed; no value when a number is missing. */
  z.strictObject({
    from: z.literal('difference'),
    whole: z.string(),
    less: z.string(),
    rest: z.string(),
    tolerance: z.number().min(0),
  }),
  /** Text after a courtesy title or before "born on": whom the paper is about. */
  z.strictObject({
    from: z.literal('person'),
    titles: z.array(z.string()),
    bornAfter: z.array(z.string()),
    notAfter: z.array(z.string()).default([]),
  }),
]);
export type FieldExtractor = z.infer<typeof fieldExtractorSchema>;
export const fieldExtractorsSchema = z.record(z.string(), z.array(fieldExtractorSchema).min(1));
export type FieldExtractors = z.infer<typeof fieldExtractorsSchema>;

/** `fields.yaml`: fields of every type of paper; a type's own extractors come first. */
export const commonFieldsSchema = z.strictObject({ fields: fieldExtractorsSchema });
export type CommonFields = z.infer<typeof commonFieldsSchema>;

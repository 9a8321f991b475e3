import { z } from 'zod';
import { dateRoleSchema } from '#domain/findings.ts';

const regularShape = z.string().refine((pattern) => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, 'a regular expression');

/** How one field is read. Several may be given for a field: the first that finds a value wins. */
export const fieldExtractorSchema = z.discriminatedUnion('from', [
  /** The value beside, or below, a printed label. */
  z.strictObject({
    from: z.literal('label'),
    /** Name of the label in `labels/*.yaml`; several: the first that has a value. */
    label: z.union([z.string(), z.array(z.string()).min(1)]),
    as: z.enum(['text', 'name', 'amount', 'count', 'code', 'date']),
    /** Which of several amounts on the line; the last column is the amount due. */
    pick: z.enum(['first', 'last', 'largest']).default('last'),
    /** The value must have this shape (folded, for texts). */
    shape: regularShape.optional(),
    /** What ends a text, folded: it is cut before. */
    ends: regularShape.optional(),
    /** Lines that a text may run on for. */
    lines: z.number().int().positive().default(1),
  }),
  /** First group of a pattern over folded lines, as printed. */
  z.strictObject({
    from: z.literal('pattern'),
    pattern: regularShape,
    check: z.enum(['none', 'luhn']).default('none'),
    as: z.enum(['text', 'name', 'code', 'count']).default('text'),
  }),
  /** All lines that a pattern fits, as printed. */
  z.strictObject({
    from: z.literal('lines'),
    patterns: z.array(regularShape).min(1),
    most: z.number().int().positive(),
  }),
  /** The value whose words stand on the paper: of those that do, the one listed first. */
  z.strictObject({ from: z.literal('words'), words: z.record(z.string(), z.array(z.string()).min(1)) }),
  z.strictObject({
    from: z.literal('date'),
    roles: z.array(dateRoleSchema).min(1),
    as: z.enum(['day', 'month', 'year']).default('day'),
    pick: z.enum(['first', 'last']).default('last'),
    /** Only dates printed without a day: "March 2026". */
    isMonthOnly: z.boolean().default(false),
    /** Only dates after the last one that may be the date of issue. */
    isAfterIssue: z.boolean().default(false),
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
  /** Whether printed values are those of the machine-readable zone, part by part with its label; no value when too few are readable. */
  z.strictObject({
    from: z.literal('mrz-agreement'),
    labels: z.strictObject({
      documentNumber: z.string(),
      lastName: z.string(),
      firstName: z.string(),
      birthDate: z.string(),
      expirationDate: z.string(),
    }),
  }),
  /** The currency of the amounts: by code (ISO 4217) its signs, abbreviations and words; as printed, or its code. */
  z.strictObject({
    from: z.literal('amount-signs'),
    part: z.enum(['sign', 'code']),
    signs: z.record(z.string(), z.array(z.string()).min(1)),
  }),
  /**
   * Of three amounts, whole − less = rest, by the names of their labels: whether they agree (no value when a number is missing or may be
   * misread), or one of them, where the three add up or two of them tell the third.
   */
  z.strictObject({
    from: z.literal('sums'),
    part: z.enum(['agreement', 'whole', 'less', 'rest']),
    whole: z.string(),
    less: z.string(),
    rest: z.string(),
    /** Share of the whole by which a rest is wrong. */
    tolerance: z.number().min(0),
  }),
  /** Text after a courtesy title or before "born on": whom the paper is about. */
  z.strictObject({
    from: z.literal('person'),
    titles: z.array(z.string()),
    bornAfter: z.array(z.string()),
    notAfter: z.array(z.string()).default([]),
  }),
  /** Which of these fields were found, by name: what makes a paper concrete. */
  z.strictObject({ from: z.literal('presence'), of: z.array(z.string()).min(1) }),
  /** What codes on the pages say that are no 2D-Doc. */
  z.strictObject({ from: z.literal('code'), part: z.enum(['text', 'kind']) }),
  z.strictObject({
    from: z.literal('two-d-doc'),
    part: z.enum(['document', 'issuer', 'issued', 'signature', 'values', 'agreement', 'differences', 'value']),
    /** For `value`: names of values in `codes.yaml`, joined in this order. */
    names: z.array(z.string()).default([]),
  }),
]);
export type FieldExtractor = z.infer<typeof fieldExtractorSchema>;
/** The extractor of one kind. */
export type ExtractorFrom<Kind extends FieldExtractor['from']> = Extract<FieldExtractor, { from: Kind }>;
export const fieldExtractorsSchema = z.record(z.string(), z.array(fieldExtractorSchema).min(1));
export type FieldExtractors = z.infer<typeof fieldExtractorsSchema>;

/** `fields.yaml`: fields of every type of paper; a type's own extractors come first. */
export const commonFieldsSchema = z.strictObject({
  /** Courtesy titles before names, which are no part of them. */
  titles: z.array(z.string()),
  fields: fieldExtractorsSchema,
});
export type CommonFields = z.infer<typeof commonFieldsSchema>;

/** `labels/<language>.yaml`: what stands beside a value, by name of the label, best first. */
export const fieldLabelsSchema = z.strictObject({
  language: z.string(),
  labels: z.record(z.string(), z.array(z.string()).min(1)),
});
export type FieldLabels = z.infer<typeof fieldLabelsSchema>;

import { z } from 'zod';
import { decidableSchema, LONGEST_SAID } from '#domain/decisions.ts';
import { documentRecordSchema } from '#domain/document-record.ts';
import { bilingualSchema, dateRoleSchema, issueDateSchema } from '#domain/findings.ts';
import { boxSchema } from '#domain/geometry.ts';
import { markKindSchema, pageLanguageSchema } from '#domain/page-reading.ts';
import { isPrintedDate } from '#domain/printed-date.ts';
import { idSchema, momentSchema } from './answers.ts';
import { documentKeySchema } from './cases.ts';

export const documentParamsSchema = z.object({ documentId: documentKeySchema });
const pageNumberSchema = z.coerce.number().int().min(1).max(99_999);
export const pageParamsSchema = documentParamsSchema.extend({ page: pageNumberSchema });
/** Ids of decisions made at once, to be taken back at once. */
export const decisionParamsSchema = documentParamsSchema.extend({
  decisionIds: z.string().regex(/^\d{1,18}(,\d{1,18}){0,15}$/),
});

/** A picture is drawn in one of these widths, in pixels. */
export const PICTURE_WIDTHS = ['240', '900', '1600', '2400'] as const;
export const pictureQuerySchema = z.object({ width: z.enum(PICTURE_WIDTHS).default('1600') });

const rangeSchema = z.object({ from: z.number().int(), to: z.number().int() });
const labelsSchema = z.record(z.string(), bilingualSchema);

export const questionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['type', 'date', 'language', 'unread', 'look']) }),
    z.object({ kind: z.literal('cut'), page: z.number().int(), because: z.array(bilingualSchema).readonly() }),
  ])
  .meta({ id: 'Question' });

const decisionKindSchema = z.enum(['correct', 'withdraw', 'dismiss', 'restore', 'cut', 'join', 'release']);
const shownDecisionSchema = z
  .object({
    id: z.string(),
    kind: decisionKindSchema,
    field: z.string().nullable(),
    flag: z.string().nullable(),
    page: z.number().int().nullable(),
    value: z.string().nullable(),
    was: z.string().nullable().describe('What Liasse had said.'),
    reason: z.string().nullable(),
    at: z.iso.datetime({ offset: true }),
    by: z.string().nullable().describe('Name of whoever decided; null where that is not known, or of another team.'),
  })
  .meta({ id: 'Decision' });
export type ShownDecision = z.infer<typeof shownDecisionSchema>;

const dateCandidateSchema = issueDateSchema.extend({ role: dateRoleSchema });

export const documentViewSchema = z
  .object({
    key: documentKeySchema,
    caseId: idSchema,
    caseName: z.string(),
    fileId: idSchema,
    record: documentRecordSchema.meta({ id: 'DocumentRecord' }),
    labels: z.object({ types: labelsSchema, flags: labelsSchema, criteria: labelsSchema, languages: labelsSchema }),
    hasPictures: z.boolean(),
    marks: z
      .array(z.object({ kind: z.enum(['signature', 'stamp']), page: z.number().int(), box: boxSchema }))
      .readonly(),
    dateCandidates: z.array(dateCandidateSchema).readonly(),
    siblings: z
      .array(z.object({ key: documentKeySchema, pages: rangeSchema, type: bilingualSchema.nullable() }))
      .readonly(),
    neighbours: z.object({
      previous: documentKeySchema.nullable(),
      next: documentKeySchema.nullable(),
      position: z.number().int(),
      count: z.number().int(),
    }),
    decisions: z.array(shownDecisionSchema).readonly(),
    questions: z.array(questionSchema).readonly(),
    reviewFlag: z.string().describe('Dismissed by whoever has looked at the paper and found it in order.'),
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof documentViewSchema>;

export const shownPageSchema = z
  .object({
    page: z.number().int(),
    state: z.enum(['read', 'no-text', 'failed']),
    source: z.enum(['text-layer', 'ocr', 'none']),
    ratio: z.number().describe('Height by width.'),
    lines: z
      .array(
        z.object({
          block: z.number(),
          box: boxSchema,
          direction: z.enum(['ltr', 'rtl']),
          words: z.array(z.object({ text: z.string(), box: boxSchema })).readonly(),
        }),
      )
      .readonly(),
    marks: z.array(z.object({ kind: markKindSchema, box: boxSchema, confidence: z.number() })).readonly(),
    languages: z.array(pageLanguageSchema),
    problems: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Page' });
export type ShownPage = z.infer<typeof shownPageSchema>;

const flagCodeSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const correctionSchema = z
  .object({
    kind: z.literal('correct'),
    field: decidableSchema,
    value: z.string().trim().min(1).max(LONGEST_SAID).nullable(),
  })
  .refine(({ field, value }) => isRight(field, value), { path: ['value'] });

/** What is asked for a field; null is an answer about date and issuer only. */
function isRight(field: z.infer<typeof decidableSchema>, value: string | null): boolean {
  if (value === null) return field === 'issueDate' || field === 'issuer';
  if (field === 'issueDate') return isPrintedDate(value);
  return field === 'language' ? /^[a-z]{2,3}$/.test(value) : true;
}

const sayingSchema = z.union([
  correctionSchema,
  z.object({ kind: z.literal('withdraw'), field: decidableSchema }),
  z.object({ kind: z.literal('dismiss'), flag: flagCodeSchema, reason: z.string().trim().min(1).max(LONGEST_SAID) }),
  z.object({ kind: z.literal('restore'), flag: flagCodeSchema }),
]);
export const decideBodySchema = z
  .union([
    z.strictObject({ decisions: z.array(sayingSchema).min(1).max(8) }),
    z.strictObject({ cutAt: z.number().int().min(2).describe('Another paper begins on this page of the file.') }),
    z.strictObject({
      joinAt: z
        .number()
        .int()
        .min(2)
        .describe(
          'What begins on this page goes on with what is before it; also where Liasse only asks whether another paper begins.',
        ),
    }),
  ])
  .meta({ id: 'Decide' });
export const decidedSchema = z
  .object({
    decisionIds: z.array(z.string()).readonly().describe('To take them back by.'),
    document: documentViewSchema.describe('The paper in which the page lies now.'),
  })
  .meta({ id: 'Decided' });
export type Decided = z.infer<typeof decidedSchema>;

const changedSchema = z.object({
  what: z.enum(['type', 'language', 'issueDate', 'score', 'status', 'flags']),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const historyEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), at: momentSchema, via: z.string() }),
  z.object({ kind: z.literal('decided'), at: momentSchema, decision: shownDecisionSchema }),
  z.object({
    kind: z.literal('judged'),
    at: momentSchema,
    pipeline: z.object({ id: z.string(), version: z.string() }),
    runId: idSchema.nullable(),
    changes: z.array(changedSchema).readonly(),
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const historySchema = z.object({ entries: z.array(historyEntrySchema) }).meta({ id: 'History' });

const namedSchema = z.object({ id: z.string(), label: bilingualSchema });
export const vocabularySchema = z
  .object({
    types: z.array(namedSchema).readonly(),
    languages: z.array(namedSchema).readonly(),
    flags: z.array(namedSchema).readonly(),
  })
  .meta({ id: 'Vocabulary' });
export type Vocabulary = z.infer<typeof vocabularySchema>;

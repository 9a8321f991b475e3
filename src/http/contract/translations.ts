import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import {
  cancelReasonSchema,
  noTranslatorSchema,
  orderEventKindSchema,
  orderStateSchema,
  translationDifferenceSchema,
} from '#domain/translation-order.ts';
import { languageCodeSchema, translatorProfileSchema } from '#domain/translator.ts';
import { daySchema, idSchema, momentSchema } from './answers.ts';
import { documentKeySchema } from './cases.ts';

const countSchema = z.number().int();
const labelledSchema = z.object({ code: z.string(), label: bilingualSchema });
const textSchema = z.string().trim().min(3).max(2_000);
const pageNumberSchema = z.coerce.number().int().min(1).max(100_000);

export const orderParamsSchema = z.object({ orderId: idSchema });
export const orderPageParamsSchema = z.object({ orderId: idSchema, page: pageNumberSchema });
/** One's own: the same id, and nobody else finds it. */
export const taskParamsSchema = z.object({ taskId: idSchema });
export const taskPageParamsSchema = z.object({ taskId: idSchema, page: pageNumberSchema });

export const ownOrderSchema = z
  .object({
    id: idSchema,
    state: orderStateSchema,
    type: z.object({ id: z.string(), label: bilingualSchema }).nullable(),
    language: labelledSchema.nullable(),
    into: labelledSchema,
    isSworn: z.boolean(),
    isUrgent: z.boolean(),
    pageCount: countSchema,
    dueOn: daySchema,
    daysLeft: countSchema.nullable().describe('Less than 0: late. Null when nobody is at it any more.'),
    madeAt: momentSchema,
    deliveredAt: momentSchema.nullable(),
    sentBack: countSchema.describe('How often it was sent back.'),
    remindedOn: daySchema.nullable(),
  })
  .meta({ id: 'OwnTranslation' });
export type OwnOrderRow = z.infer<typeof ownOrderSchema>;
export const ownOrderListSchema = z.object({ orders: z.array(ownOrderSchema) }).meta({ id: 'OwnTranslations' });

export const orderSchema = z
  .object({
    ...ownOrderSchema.shape,
    caseId: idSchema,
    caseName: z.string(),
    paper: documentKeySchema,
    because: z
      .union([noTranslatorSchema, cancelReasonSchema])
      .nullable()
      .describe('Why a person must choose, or why it was cancelled.'),
    rule: z.object({ id: z.string(), label: bilingualSchema }).nullable(),
    translator: z.object({ id: idSchema, name: z.string() }).nullable(),
    isFiled: z.boolean().describe('The translation lies in the case beside its original.'),
  })
  .meta({ id: 'Translation' });
export type OrderRow = z.infer<typeof orderSchema>;
export const orderListSchema = z.object({ orders: z.array(orderSchema) }).meta({ id: 'Translations' });

const shownPageSchema = z.object({
  page: countSchema,
  ratio: z.number().describe('Height by width.'),
  hasPicture: z.boolean(),
  lines: z.array(z.string()).readonly(),
});
export type ShownPage = z.infer<typeof shownPageSchema>;
const uploadSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: countSchema,
  state: z.enum(['waiting', 'read', 'failed']),
  failure: z.object({ code: z.string(), message: bilingualSchema }).nullable(),
  pages: z.array(shownPageSchema).readonly(),
  differences: z.array(translationDifferenceSchema).readonly(),
  remark: z.string().nullable(),
  isDelivered: z.boolean(),
  uploadedAt: momentSchema,
});
export type ShownUpload = z.infer<typeof uploadSchema>;
const sides = { original: z.array(shownPageSchema).readonly(), upload: uploadSchema.nullable() };

export const ownOrderViewSchema = z
  .object({ ...sides, order: ownOrderSchema, sentBackBecause: z.string().nullable() })
  .meta({ id: 'OwnTranslationView' });
export type OwnOrderView = z.infer<typeof ownOrderViewSchema>;
export const orderEventSchema = z.object({
  at: momentSchema,
  kind: orderEventKindSchema,
  by: z.string().nullable(),
  person: z.string().nullable(),
  code: z.string().nullable(),
  text: z.string().nullable(),
});
export type OrderEventRow = z.infer<typeof orderEventSchema>;
export const orderViewSchema = z
  .object({ ...sides, order: orderSchema, history: z.array(orderEventSchema).readonly() })
  .meta({ id: 'TranslationView' });
export type OrderView = z.infer<typeof orderViewSchema>;

export const orderListQuerySchema = z.object({ caseId: idSchema.optional() });
export const makeOrderBodySchema = z
  .object({
    caseId: idSchema,
    paper: documentKeySchema,
    translatorId: idSchema,
    isSworn: z.boolean(),
    dueOn: daySchema,
    language: languageCodeSchema.optional().describe('What it is in, where Liasse could not tell.'),
  })
  .meta({ id: 'OrderTranslation' });
export const assignBodySchema = z
  .object({
    translatorId: idSchema.optional().describe('Default: whoever the rules choose now.'),
    dueOn: daySchema.optional(),
    isSworn: z.boolean().optional(),
    language: languageCodeSchema.optional(),
  })
  .meta({ id: 'AssignTranslation' });
export const sendBackBodySchema = z
  .object({ reason: textSchema, dueOn: daySchema.optional() })
  .meta({ id: 'SendTranslationBack' });
export const declineBodySchema = z.object({ reason: textSchema }).meta({ id: 'DeclineTranslation' });
export const deliverBodySchema = z
  .object({ remark: z.string().trim().max(2_000).nullable() })
  .meta({ id: 'DeliverTranslation' });

/** The name of what is uploaded, in percent form: names stand in no address. */
export const uploadHeadersSchema = z.object({ 'x-file-name': z.string().max(1_000).default('') });

export const translatorParamsSchema = z.object({ personId: idSchema });
export const translatorSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    isBlocked: z.boolean(),
    profile: translatorProfileSchema.nullable(),
    open: countSchema,
    isSworn: z.boolean().describe('Today.'),
    isAbsent: z.boolean(),
    figures: z
      .array(
        z.object({
          from: labelledSchema.nullable(),
          into: labelledSchema,
          open: countSchema,
          late: countSchema,
          accepted: countSchema,
          sentBack: countSchema,
          meanDays: z.number().nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Translator' });
export type TranslatorRow = z.infer<typeof translatorSchema>;
export const translatorListSchema = z.object({ translators: z.array(translatorSchema) }).meta({ id: 'Translators' });
export const profileSchema = translatorProfileSchema.meta({ id: 'TranslatorProfile' });
export const ownTermsBodySchema = translatorProfileSchema
  .pick({ absentUntil: true, most: true })
  .meta({ id: 'OwnTerms' });

import { z } from 'zod';
import { placeSchema } from './findings.ts';

/**
 * Where the translation of a paper stands. `to-assign`: a person has to say who translates; `asked`: a translator has it and has said nothing yet;
 * `sent-back`: to be corrected.
 */
export const orderStateSchema = z.enum([
  'to-assign',
  'asked',
  'taken',
  'delivered',
  'sent-back',
  'accepted',
  'cancelled',
]);
export type OrderState = z.infer<typeof orderStateSchema>;

/** What can be done with an order, by whoever may. */
export type OrderAct =
  | 'assign'
  | 'set-aside'
  | 'take'
  | 'decline'
  | 'upload'
  | 'deliver'
  | 'accept'
  | 'send-back'
  | 'cancel';

/** Nothing more comes of the others. */
export const OPEN_STATES = ['to-assign', 'asked', 'taken', 'delivered', 'sent-back'] as const satisfies OrderState[];
/** Somebody is at it, or should be. */
export const WORKING_STATES = ['asked', 'taken', 'sent-back'] as const satisfies OrderState[];

const FROM: Readonly<Record<OrderAct, readonly OrderState[]>> = {
  assign: ['to-assign', 'asked', 'taken', 'sent-back'],
  'set-aside': ['to-assign', 'asked', 'taken', 'sent-back'],
  take: ['asked'],
  decline: ['asked', 'taken'],
  upload: ['taken', 'sent-back'],
  deliver: ['taken', 'sent-back'],
  accept: ['delivered'],
  'send-back': ['delivered'],
  cancel: OPEN_STATES,
};

/** Whether an order that stands so allows it. */
export function mayAct(state: OrderState, act: OrderAct): boolean {
  return FROM[act].includes(state);
}

export function isOpen(state: OrderState): boolean {
  return mayAct(state, 'cancel');
}

/** Why nobody could be asked, so that a person has to choose. */
export const noTranslatorSchema = z.enum([
  'language-unclear',
  'no-translator',
  'no-pair',
  'none-sworn',
  'all-declined',
  'all-absent',
  'all-busy',
]);
export type NoTranslator = z.infer<typeof noTranslatorSchema>;

/** Why an order came to nothing. */
export const cancelReasonSchema = z.enum(['by-hand', 'translation-arrived', 'paper-gone', 'not-foreign']);
export type CancelReason = z.infer<typeof cancelReasonSchema>;

/** What happened to an order. `made`, `reminded`, and what no person did, have no person. */
export const orderEventKindSchema = z.enum([
  'made',
  'assigned',
  'left-open',
  'taken',
  'declined',
  'uploaded',
  'delivered',
  'accepted',
  'sent-back',
  'cancelled',
  'reminded',
  'filed',
]);
export type OrderEventKind = z.infer<typeof orderEventKindSchema>;

/** What a translation says otherwise than its original. `differs`: something nearly the same stands in its place; `missing`: nothing does. */
export const translationDifferenceSchema = z.object({
  /** `into`, `from`: the language it is in, or says it was made from. */
  kind: z.enum(['day', 'number', 'name', 'into', 'from']),
  verdict: z.enum(['differs', 'missing']),
  /** As it is compared: an ISO day, digits, a name, the code of a language. */
  original: z.string(),
  translation: z.string().nullable(),
  /** Where they stand, as printed. */
  originalPlace: placeSchema.nullable(),
  translationPlace: placeSchema.nullable(),
});
export type TranslationDifference = z.infer<typeof translationDifferenceSchema>;

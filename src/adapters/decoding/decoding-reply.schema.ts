import { z } from 'zod';
import { FAILURES, type FailureCode } from '#domain/failure.ts';
import type { DecodingAnswer, DecodingReply } from './decoding-messages.ts';

const codeSchema = z.custom<FailureCode>((code) => typeof code === 'string' && Object.hasOwn(FAILURES, code));

/** Checks what comes back. Apart from the messages, so that the decoding process need not load what checks it. */
export const decodingReplySchema: z.ZodType<DecodingReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('answer'), id: z.number(), answer: z.custom<DecodingAnswer>() }),
  z.object({
    kind: z.literal('failed'),
    id: z.number(),
    code: codeSchema,
    detail: z.string(),
    isBroken: z.boolean(),
  }),
]);

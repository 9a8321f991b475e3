import { z } from 'zod';
import { calendarDaySchema } from '#domain/calendar-day.ts';
import { bilingualSchema } from '#domain/findings.ts';

/** How every refusal and every failure is answered. */
export const errorAnswerSchema = z
  .object({
    error: z.object({
      code: z.string().describe('One of the codes of the table of failures; messages may change, codes do not.'),
      message: bilingualSchema,
      next: bilingualSchema.nullable().describe('What to do next.'),
      fields: z.array(z.string()).optional().describe('Of a wrong request: which parts of it.'),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;

/** The answers of a route: what it gives, or an error. */
export function answers<Schema extends z.ZodType>(schema: Schema) {
  return { 200: schema, '4xx': errorAnswerSchema, '5xx': errorAnswerSchema };
}

/** Done; there is nothing to say. */
export const doneSchema = z.object({ done: z.literal(true) }).meta({ id: 'Done' });

/** A UUID in an address: anything else is not there, whatever it is. */
export const idSchema = z.uuid();
export const momentSchema = z.iso.datetime();
export const daySchema = calendarDaySchema;

import { z } from 'zod';
import type { CaseState } from '#domain/case-state.ts';
import type { RetentionRules, Span } from '#domain/retention.ts';

const SPAN = /^(\d{1,4}) (day|month|year)s?$/;

/** `24 months`, `90 days`, `5 years`, or `never`. */
const spanSchema = z.string().transform((text, context): Span | null => {
  if (text === 'never') return null;
  const [, count = '', unit] = SPAN.exec(text) ?? [];
  if (unit === undefined || Number(count) === 0) {
    context.issues.push({ code: 'custom', message: 'expected a time such as “24 months”, or never', input: text });
    return z.NEVER;
  }
  if (unit === 'day') return { months: 0, days: Number(count) };
  return { months: Number(count) * (unit === 'year' ? 12 : 1), days: 0 };
});

const states: Readonly<Record<CaseState, typeof spanSchema>> = {
  open: spanSchema,
  closed: spanSchema,
  archived: spanSchema,
};

/** `retention.yaml`: an organisation's rules. All states are named, so that nobody has to know what is meant by one that is not. */
export const retentionSchema: z.ZodType<RetentionRules> = z
  .strictObject({ purgeAfter: z.strictObject(states) })
  .transform(({ purgeAfter }) => purgeAfter);

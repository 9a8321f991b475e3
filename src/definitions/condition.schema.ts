import { z } from 'zod';

/** A stretch of calendar time, as rules about age and lapse state it. */
export const timeSpanSchema = z.strictObject({
  months: z.number().int().default(0),
  days: z.number().int().default(0),
});
export type TimeSpan = z.infer<typeof timeSpanSchema>;

const fact = z.string().regex(/^[a-zA-Z][a-zA-Z.-]*$/, 'a fact, such as issueDate or fields.expiry');
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One test of one fact. The operators are a closed set; each has its own file in `stages/assess-evidence/operators/`. */
export const factTestSchema = z.discriminatedUnion('is', [
  z.strictObject({ fact, is: z.literal('present') }),
  z.strictObject({ fact, is: z.literal('absent') }),
  z.strictObject({ fact, is: z.literal('equal'), value: scalar }),
  z.strictObject({ fact, is: z.literal('one-of'), value: z.array(z.string()).min(1) }),
  z.strictObject({ fact, is: z.literal('holds-any'), value: z.array(z.string()).min(1) }),
  z.strictObject({ fact, is: z.literal('less-than'), value: z.number() }),
  z.strictObject({ fact, is: z.literal('greater-than'), value: z.number() }),
  /** Earlier than the day of judging minus the span. */
  z.strictObject({ fact, is: z.literal('older-than'), value: timeSpanSchema }),
  /** Later than the day of judging plus the span. */
  z.strictObject({ fact, is: z.literal('later-than'), value: timeSpanSchema }),
]);
export type FactTest = z.infer<typeof factTestSchema>;

export type Condition = FactTest | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** `all`, `any`, `not` over tests of facts. No expression strings: what can be asked is a closed set. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    factTestSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** A flag and when it is raised. `unclear: review` sends the paper to a human when the facts can't tell. */
export const flagRuleSchema = z.strictObject({
  flag: z.string(),
  when: conditionSchema,
  unclear: z.enum(['ignore', 'review']).default('ignore'),
});
export type FlagRule = z.infer<typeof flagRuleSchema>;

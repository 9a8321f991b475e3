import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { languageCodeSchema } from '#domain/translator.ts';

const days = z.number().int().min(0).max(365);

/** Which papers a rule is about: all that is given must hold, each by one of its values. */
const whenSchema = z.strictObject({
  languages: z.array(z.string()).min(1).optional(),
  types: z.array(z.string()).min(1).optional(),
  flags: z.array(z.string()).min(1).optional(),
  /** The paper speaks to one of these criteria. */
  criteria: z.array(z.string()).min(1).optional(),
  /** One of its criteria is among the case's best: 1 is the best alone. */
  rankAtMost: z.number().int().min(1).optional(),
});

const termsSchema = z.strictObject({
  /** False: such papers are not sent to anybody by themselves. */
  isTranslated: z.boolean().default(true),
  /** Whether only a sworn translator will do. */
  isSworn: z.boolean(),
  /** Days until it is due. */
  days,
  /** Due so many days before the earliest deadline of the case, if that is sooner; null: deadlines change nothing. */
  beforeClock: days.nullable(),
  /** When nobody can: `person`: a person chooses; `unsworn`: whoever is not sworn is asked, and a person only when there is none either. */
  nobody: z.enum(['person', 'unsworn']),
});

const ruleSchema = z.strictObject({ id: z.string(), label: bilingualSchema, when: whenSchema, terms: termsSchema });
export type RoutingRule = z.infer<typeof ruleSchema>;

/** `routing.yaml`: which foreign papers are sent to whom, until when. The first rule that fits holds; the last one fits everything. */
export const routingSchema = z
  .strictObject({
    /** The language that is translated into. */
    into: languageCodeSchema,
    /** Papers with one of these flags need a translation. */
    flags: z.array(z.string()).min(1),
    /**
     * A language less sure than `below` is unclear. A paper with a text of so many letters, in which nothing is in the language that is translated into, and with
     * one of these flags, goes to a person then.
     */
    unclear: z.strictObject({
      below: z.number().min(0).max(1),
      leastLetters: z.number().int().min(1),
      flags: z.array(z.string()),
    }),
    /** Nobody is asked for it sooner than in so many days, whatever deadline is near. */
    leastDays: days,
    /** Reminders: so many days before it is due, and then every so many days that it is late. */
    remind: z.strictObject({ daysBefore: z.array(days).min(1), everyDaysLate: z.number().int().min(1) }),
    rules: z.array(ruleSchema).min(1),
  })
  .superRefine(({ rules }, context) => {
    const isDefault = (rule: RoutingRule): boolean => Object.keys(rule.when).length === 0;
    const first = rules.findIndex(isDefault);
    if (first !== rules.length - 1)
      context.addIssue({
        code: 'custom',
        path: ['rules', first < 0 ? rules.length - 1 : first],
        message:
          first < 0 ? 'the last rule to fit everything (when: {})' : 'a rule that fits everything to be the last one',
      });
    for (const [index, { id }] of rules.entries())
      if (rules.findIndex((other) => other.id === id) !== index)
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], message: 'an id that no other rule has' });
  });
export type Routing = z.infer<typeof routingSchema>;

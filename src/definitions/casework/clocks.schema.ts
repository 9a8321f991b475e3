import { z } from 'zod';
import { bilingualSchema, dateRoleSchema } from '#domain/findings.ts';
import { delayPatternSchema, patternSchema } from './pattern.ts';

const share = z.number().min(0).max(1);

const spanSchema = z.strictObject({
  months: z.number().int().min(0).default(0),
  days: z.number().int().min(0).default(0),
  hours: z.number().int().min(0).default(0),
});

/** Where a date stands on a paper. The first source that yields one is taken. */
const source = {
  /** Added to the date. */
  plus: spanSchema.optional(),
  /** Why a date from here is not certain; the clock is then `unclear`, and shows the end that this date gives. */
  doubt: bilingualSchema.optional(),
};
export const dateSourceSchema = z.discriminatedUnion('from', [
  /** The day printed right after such words (`reach`: letters between them), not before the issue of the paper; the earliest of several. */
  z.strictObject({
    from: z.literal('beside'),
    says: z.array(patternSchema).min(1),
    reach: z.number().int().positive().default(16),
    mayBeFuture: z.boolean().default(false),
    ...source,
  }),
  z.strictObject({ from: z.literal('issue'), ...source }),
  z.strictObject({ from: z.literal('field'), field: z.string(), ...source }),
  z.strictObject({ from: z.literal('role'), role: dateRoleSchema, pick: z.enum(['first', 'last']), ...source }),
]);
export type DateSource = z.infer<typeof dateSourceSchema>;

/** A delay that may apply. With several, the paper must say which: else all that are in force are possible, and the clock is unclear. */
const endSchema = z.strictObject({
  id: z.string(),
  label: bilingualSchema,
  span: spanSchema.default({ months: 0, days: 0, hours: 0 }),
  workingDays: z.number().int().min(0).default(0),
  isFranc: z.boolean().default(false),
  isProlonged: z.boolean().default(false),
  /** From when on it may end (the shorter of two usual times). */
  opens: spanSchema.optional(),
  /** The article, where it is not the rule's. */
  source: z.string().optional(),
  /** Decisions of these days, both included. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Départements or groups in which, or outside which, it applies. */
  in: z.array(z.string()).optional(),
  notIn: z.array(z.string()).optional(),
  /** Words by which the paper says that this delay applies. */
  says: z.array(patternSchema).default([]),
  /** Not possible unless the papers say so. */
  isOnlyIfSaid: z.boolean().default(false),
  /** Kinds of papers issued from the same day on, within `byOtherDays`, that bring the person under this delay. */
  byOther: z.array(z.string()).default([]),
  byOtherDays: z.number().int().default(31),
});
export type ClockEnd = z.infer<typeof endSchema>;

const sentences = z.strictObject({
  /** {due} {remaining} {actBy} {opens} {from}; `done`: {by} {on}; `unclear`: {ends} too. */
  running: bilingualSchema,
  soon: bilingualSchema,
  lapsed: bilingualSchema,
  done: bilingualSchema,
  unclear: bilingualSchema,
  /** Unclear, and not even an earliest end is known. */
  noEnd: bilingualSchema,
});

const ruleSchema = z.strictObject({
  id: z.string(),
  label: bilingualSchema,
  /** `deadline`: a right is lost; `reminder`: better done by then; `information`: how long it usually takes. */
  kind: z.enum(['deadline', 'reminder', 'information']),
  source: z.string(),
  starts: z.strictObject({
    kinds: z.array(z.string()).min(1),
    /** Every such paper, or of them all only the one with the first or last date. */
    which: z.enum(['each', 'first', 'latest']).default('each'),
    dates: z.array(dateSourceSchema).min(1),
  }),
  /** The delay that the paper itself prints comes before `ends`. */
  printed: z
    .strictObject({
      fields: z.array(z.string()).default([]),
      /** `{delay}` stands for a delay in words or figures. */
      patterns: z.array(delayPatternSchema).default([]),
      /** A day printed as the last one, at most so many days after the start. */
      days: z.array(dateSourceSchema).default([]),
      withinDays: z.number().int().default(120),
    })
    .optional(),
  ends: z.array(endSchema).default([]),
  /** Before the end: from when on, and until when at the latest, it is best to act. */
  opensBefore: spanSchema.optional(),
  actBefore: spanSchema.optional(),
  /** "Soon" begins so long before that day (or the end). */
  soonBefore: spanSchema,
  /** What a clock becomes when its end has passed. */
  whenPassed: z.enum(['lapsed', 'soon', 'done']).default('lapsed'),
  /** Kinds of papers that end it when they are issued on or after the start. */
  doneBy: z.array(z.string()).default([]),
  /** Papers issued while it ran that may have stopped it: why is said, and what ends they may give. */
  interruptedBy: z
    .array(
      z.strictObject({
        kinds: z.array(z.string()),
        /** {on}: the date of that paper; {due}: the end as it was. */
        message: bilingualSchema,
        /** Whether the end is then no longer certain. */
        isDoubt: z.boolean().default(true),
        /** Counted from that paper. */
        ends: z.array(endSchema).default([]),
      }),
    )
    .default([]),
  sentences: sentences.partial().default({}),
  /** What to do, after the sentence of the state; `always` for every state but done. */
  advice: z
    .strictObject({
      running: bilingualSchema.optional(),
      soon: bilingualSchema.optional(),
      lapsed: bilingualSchema.optional(),
      unclear: bilingualSchema.optional(),
      always: bilingualSchema.optional(),
    })
    .default({}),
});
export type ClockRule = z.infer<typeof ruleSchema>;

/** `case/clocks.yaml`: deadlines as data. Patterns are read in folded text: small letters without accents, one space between words. */
export const clocksSchema = z.strictObject({
  /** A date read less surely than this leaves its clock unclear. */
  certainFrom: share,
  /** So does a paper whose type is less sure. */
  typeCertainFrom: share,
  /** A type that is only an alternative counts (unclear) from here on: a decision must not be overlooked. */
  alternativeFrom: share,
  /** How delays are printed. */
  delays: z.strictObject({
    numbers: z.record(z.string(), z.number().int()),
    units: z.record(z.string(), z.enum(['hours', 'days', 'weeks', 'months'])),
  }),
  /** How papers of one type come apart. A paper is of the first kind that fits it. */
  kinds: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingualSchema,
      /** None: papers of any type. */
      types: z.array(z.string()).default([]),
      /** Any of these; none are asked for when empty. */
      says: z.array(patternSchema).default([]),
      unless: z.array(patternSchema).default([]),
      /** Its main language is one of these; none: any. */
      languages: z.array(z.string()).default([]),
      /** Has a date of this role. */
      hasDate: dateRoleSchema.optional(),
    }),
  ),
  rules: z.array(ruleSchema),
  sentences: sentences.extend({
    /** {label} {date} {source}: one of several possible ends. */
    end: bilingualSchema,
    severalEnds: bilingualSchema,
    printedDelay: bilingualSchema,
    /** The earliest end of an unclear deadline lies behind. */
    earliestPassed: bilingualSchema,
    noStart: bilingualSchema,
    unsureDate: bilingualSchema,
    shortDate: bilingualSchema,
    unsureType: bilingualSchema,
    futureStart: bilingualSchema,
    /** {zone}: said where the day ends at another hour than in Paris. */
    elsewhere: bilingualSchema,
    /** {days}. */
    remaining: z.strictObject({
      today: bilingualSchema,
      tomorrow: bilingualSchema,
      ahead: bilingualSchema,
      yesterday: bilingualSchema,
      past: bilingualSchema,
    }),
  }),
});
export type ClockRules = z.infer<typeof clocksSchema>;

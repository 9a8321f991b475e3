import { z } from 'zod';
import { bilingualSchema } from './findings.ts';
import { boxSchema } from './geometry.ts';

/** Three answers and a weak yes: a low figure is never passed off as a no. */
export const coverageSchema = z.enum(['met', 'weak', 'missing', 'unclear']);
export type Coverage = z.infer<typeof coverageSchema>;

/** Something said of papers, in both languages, with the rule of the pipeline that says it. */
export const statementSchema = z.object({
  /** Id of the rule in the pipeline's data. */
  rule: z.string(),
  message: bilingualSchema,
  /** Keys of the papers it is about, most important first. */
  papers: z.array(z.string()),
});
export type Statement = z.infer<typeof statementSchema>;

/** Why a cell is worth what it is: each factor with its sentence; strength is 100 × weight × the product of the values, rounded. */
export const cellSchema = z.object({
  paper: z.string(),
  criterion: z.string(),
  /** What a sound paper of its type is worth for the criterion, 0..1. */
  weight: z.number(),
  factors: z.array(z.object({ rule: z.string(), value: z.number(), message: bilingualSchema })),
  /** 0..100. */
  strength: z.number().int(),
  /** A copy, a bad page, a contested type: shown, and not counted. */
  isCounted: z.boolean(),
});
export type Cell = z.infer<typeof cellSchema>;

/** One line of the evidence table over the whole case. `rank` 1 is the criterion that the file carries best. */
export const criterionJudgementSchema = z.object({
  id: z.string(),
  label: bilingualSchema,
  coverage: coverageSchema,
  /** 0..100: how well the counted papers together carry it. */
  strength: z.number().int(),
  rank: z.number().int(),
  because: z.array(statementSchema),
});
export type CriterionJudgement = z.infer<typeof criterionJudgementSchema>;

/** A paper to ask for, or one to have completed; `gain`: what it would add to the criterion's strength. */
export const requestSchema = z.object({
  rule: z.string(),
  criterion: z.string().nullable(),
  what: bilingualSchema,
  why: bilingualSchema,
  gain: z.number().int(),
  /** The weak paper to be completed; null for a new one. */
  paper: z.string().nullable(),
  /** A letter in French that asks for it, ready but for its merge fields in double braces; null when nobody is to be written to. */
  letter: z.object({ to: z.string(), subject: z.string(), body: z.string(), fields: z.array(z.string()) }).nullable(),
});
export type Request = z.infer<typeof requestSchema>;

/** A time limit. Days are ISO days at the prefecture; an act is in time until the midnight that ends them, in `zone`. */
export const clockSchema = z.object({
  rule: z.string(),
  label: bilingualSchema,
  /** `deadline`: a right is lost when it passes; `reminder`: better done by then; `information`: how long it usually takes. */
  kind: z.enum(['deadline', 'reminder', 'information']),
  state: z.enum(['running', 'soon', 'lapsed', 'done', 'unclear']),
  /** The printed date it is counted from; `iso` may be shortened to what is printed. */
  from: z.object({ iso: z.string(), paper: z.string(), page: z.number(), box: boxSchema.nullable() }).nullable(),
  /** The paper that starts it, also when its date was not found. */
  paper: z.string(),
  /** The last day. When `unclear`: the earliest that is possible, or null when none can be told. */
  due: z.string().nullable(),
  /** Every last day that is possible, earliest first: one when it is certain. */
  ends: z.array(z.object({ iso: z.string(), label: bilingualSchema, source: z.string() })),
  /** From when on, and until when at the latest, it is best to act; never after `due`. */
  opens: z.string().nullable(),
  actBy: z.string().nullable(),
  /** IANA time zone of the prefecture. */
  zone: z.string(),
  /** The paper that settled it; null unless `done` by one. */
  doneBy: z.string().nullable(),
  /** The article or guide that sets it. */
  source: z.string(),
  message: bilingualSchema,
});
export type Clock = z.infer<typeof clockSchema>;

/** A month of residence in France: by which papers it is proven, if at all. */
export const presenceMonthSchema = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  state: z.enum(['proven', 'thin', 'empty']),
  papers: z.array(z.string()),
});
export const presenceSchema = z.object({
  /** First and last month looked at; null when there is nothing to look at. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromBecause: statementSchema.nullable(),
  months: z.array(presenceMonthSchema),
  /** Runs of months without a paper, or with thin ones only, that are long enough to be said. */
  stretches: z.array(
    z.object({ from: z.string(), to: z.string(), state: z.enum(['thin', 'empty']), because: statementSchema }),
  ),
  /** What is said of the whole: how many months are proven, proofs from before the entry. */
  because: z.array(statementSchema),
});
export type Presence = z.infer<typeof presenceSchema>;

/** What papers say about each other. `kind` is the comparison that found it. */
export const crossFindingSchema = statementSchema.extend({
  kind: z.enum(['person', 'copy', 'translation', 'series', 'tax-year', 'pages', 'statement', 'civil', 'contradiction']),
  severity: z.enum(['blocking', 'weak', 'info']),
  /** Of findings about what must be there: whether it is. */
  coverage: coverageSchema.optional(),
  /** Ids of the cases whose client a paper names; shown to those only who may see these cases. */
  otherCases: z.array(z.string()).optional(),
});
export type CrossFinding = z.infer<typeof crossFindingSchema>;

/** How papers belong together. */
export const relationsSchema = z.object({
  /** The best copy first. */
  copies: z.array(z.object({ papers: z.array(z.string()), because: bilingualSchema })),
  translations: z.array(z.object({ original: z.string(), translation: z.string(), confidence: z.number() })),
  /** Names as they stand in papers, grouped by person; the client's group first. */
  people: z.array(z.object({ name: z.string(), isClient: z.boolean(), papers: z.array(z.string()) })),
});
export type Relations = z.infer<typeof relationsSchema>;

/** Everything Liasse says about a case as a whole (docs/casework.md). */
export const caseJudgementSchema = z.object({
  schema: z.literal('liasse.case/1'),
  case: z.string(),
  asOf: z.iso.date(),
  pipeline: z.object({ id: z.string(), version: z.string() }),
  criteria: z.array(criterionJudgementSchema),
  cells: z.array(cellSchema),
  findings: z.array(crossFindingSchema),
  relations: relationsSchema,
  requests: z.array(requestSchema),
  clocks: z.array(clockSchema),
  presence: presenceSchema,
});
export type CaseJudgement = z.infer<typeof caseJudgementSchema>;

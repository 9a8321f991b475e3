import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { fileStateSchema } from '#domain/ledger.ts';
import { runStateSchema } from '#domain/run-state.ts';
import { workClassSchema, workKindSchema } from '#domain/work-kind.ts';
import { daySchema, idSchema, momentSchema } from './answers.ts';

// An operator sees counts, states, codes and ids: nothing here has room for a name or a text of anybody.
const countSchema = z.number().int();

export const workViewSchema = z
  .object({
    isPaused: z.boolean(),
    classes: z
      .array(
        z.object({
          workClass: workClassSchema,
          ...{ ready: countSchema, running: countSchema, later: countSchema, dead: countSchema },
          oldestMs: countSchema.nullable().describe('How long the oldest that could be begun has waited.'),
        }),
      )
      .readonly(),
    pagesPerSecond: z.object({ now: z.number(), hour: z.number() }),
    workers: z
      .array(
        z.object({
          machine: z.string(),
          process: z.string(),
          items: z
            .array(z.object({ kind: workKindSchema, subject: idSchema, since: momentSchema.nullable() }))
            .readonly(),
          isLate: z.boolean(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Work' });
export type WorkView = z.infer<typeof workViewSchema>;
export const pausedSchema = z
  .object({ isPaused: z.boolean(), told: z.enum(['told', 'redis-away']) })
  .meta({ id: 'Paused' });

const explainedSchema = { code: z.string(), message: bilingualSchema };
export const failuresSchema = z
  .object({
    total: countSchema,
    codes: z.array(z.object({ ...explainedSchema, items: countSchema })).readonly(),
    items: z
      .array(z.object({ id: idSchema, kind: workKindSchema, ...explainedSchema, tries: countSchema, at: momentSchema }))
      .readonly(),
  })
  .meta({ id: 'Failures' });
export type FailuresView = z.infer<typeof failuresSchema>;
export const retryBodySchema = z
  .object({ ids: z.array(idSchema).min(1).max(1000).optional().describe('Default: all that was put aside.') })
  .meta({ id: 'Retry' });
export const retriedSchema = z.object({ retried: countSchema }).meta({ id: 'Retried' });

export const runSchema = z
  .object({
    id: idSchema,
    state: runStateSchema,
    caseId: idSchema.nullable(),
    type: z.string().nullable(),
    before: z.string().nullable(),
    asOf: z.string().nullable(),
    isJudgingOnly: z.boolean(),
    pipeline: z.string(),
    pipelineVersion: z.string(),
    ...{ planned: countSchema, done: countSchema, failed: countSchema },
    startedAt: momentSchema,
    endedAt: momentSchema.nullable(),
  })
  .meta({ id: 'Run' });
export type RunRow = z.infer<typeof runSchema>;
export const runListSchema = z.object({ runs: z.array(runSchema) }).meta({ id: 'Runs' });
export const runAnswerSchema = z.object({ run: runSchema }).meta({ id: 'RunAnswer' });
export const startedRunSchema = z
  .object({ run: runSchema.nullable().describe('Null: all was judged by what Liasse knows now.') })
  .meta({ id: 'StartedRun' });

export const runScopeSchema = z
  .object({
    caseId: idSchema.optional(),
    type: z.string().min(1).max(100).optional().describe('Papers that are of this type now.'),
    before: daySchema.optional().describe('Papers of files received before this day.'),
    asOf: daySchema.optional().describe('Judged as of this day; default: as of the day each was judged before.'),
    isJudgingOnly: z.boolean().optional().describe('No page is read again.'),
  })
  .meta({ id: 'RunScope' });
export const reachSchema = z.object({ documents: countSchema, toRead: countSchema }).meta({ id: 'Reach' });

const countsByNameSchema = z.record(z.string(), countSchema);
const labelsSchema = z.record(z.string(), bilingualSchema);
export const runDetailSchema = z
  .object({
    run: runSchema,
    counts: z.object({
      byChange: z.object({ same: countSchema, details: countSchema, changed: countSchema }),
      ...{ type: countSchema, issueDate: countSchema, language: countSchema, score: countSchema, status: countSchema },
      ...{ added: countSchema, gone: countSchema, gained: countsByNameSchema, lost: countsByNameSchema },
      types: z
        .array(z.object({ before: z.string().nullable(), after: z.string().nullable(), documents: countSchema }))
        .readonly(),
      ...{ inForce: countSchema, left: countSchema },
    }),
    lots: z.object({ waiting: countSchema, dead: countSchema }),
    documentsPerSecond: z.number(),
    secondsLeft: countSchema.nullable(),
    labels: z.object({ types: labelsSchema, flags: labelsSchema }),
  })
  .meta({ id: 'RunDetail' });
export type RunDetail = z.infer<typeof runDetailSchema>;

const listedSchema = z.object({
  status: z.string(),
  type: z.string().nullable(),
  language: z.string().nullable(),
  issueDate: z.string().nullable(),
  score: z.number().nullable(),
  flags: z.array(z.string()).readonly(),
  ...{ pageFrom: countSchema, pageTo: countSchema },
});
export const runChangesQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(5000).default(500) });
export const runChangesSchema = z
  .object({
    changes: z.array(
      z.object({
        document: z.string().describe('Its id: which bytes and pages it is.'),
        before: listedSchema.nullable(),
        after: listedSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'RunChanges' });
export type RunChange = z.infer<typeof runChangesSchema>['changes'][number];

export const ledgerSchema = z
  .object({
    counts: z.record(z.enum(['received', ...fileStateSchema.options]), countSchema),
    isBalanced: z.boolean(),
    reasons: z.array(z.object({ ...explainedSchema, files: countSchema })).readonly(),
    problems: z
      .array(z.object({ fileId: idSchema, problem: z.enum(['waiting-without-work', 'accepted-without-documents']) }))
      .readonly(),
  })
  .meta({ id: 'Ledger' });
export type LedgerView = z.infer<typeof ledgerSchema>;

export const storageSchema = z
  .object({
    at: momentSchema,
    blobs: z
      .array(
        z.object({
          kind: z.enum(['originals', 'readings', 'pages', 'rest']),
          ...{ blobs: countSchema, bytes: countSchema },
        }),
      )
      .readonly(),
    ...{ databaseBytes: countSchema, freeBytes: countSchema },
  })
  .meta({ id: 'Storage' });
export type StorageView = z.infer<typeof storageSchema>;

export const correctionsSchema = z
  .object({
    corrections: z.array(
      z.object({
        type: z.object({ id: z.string(), label: bilingualSchema }).nullable(),
        pipelineVersion: z.string(),
        ...{ documents: countSchema, corrected: countSchema },
      }),
    ),
  })
  .meta({ id: 'Corrections' });
export type CorrectionRow = z.infer<typeof correctionsSchema>['corrections'][number];

export const diagnosesSchema = z
  .object({
    findings: z
      .array(
        z.object({
          check: z.string(),
          state: z.enum(['ok', 'warning', 'broken']),
          code: z.string(),
          message: bilingualSchema,
          mend: z.string().nullable().describe('The command that mends it.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Diagnoses' });
export type Diagnosis = z.infer<typeof diagnosesSchema>['findings'][number];

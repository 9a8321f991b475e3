import { z } from 'zod';
import { caseJudgementSchema } from '#domain/case-judgement.ts';
import { caseFactsSchema } from '#domain/case-paper.ts';
import { caseStateSchema } from '#domain/case-state.ts';
import { recordStatusSchema } from '#domain/document-record.ts';
import { bilingualSchema, severitySchema } from '#domain/findings.ts';
import { fileStateSchema } from '#domain/ledger.ts';
import { daySchema, idSchema, momentSchema } from './answers.ts';

const countSchema = z.number().int();

export const caseParamsSchema = z.object({ caseId: idSchema });

export const caseRowSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    state: caseStateSchema,
    teamId: idSchema,
    openedAt: momentSchema,
    stateSince: momentSchema,
    judgedAt: momentSchema.nullable().describe('When its papers were last judged together; null until they were.'),
    files: z.record(z.enum(['received', ...fileStateSchema.options]), countSchema),
    documents: z.record(recordStatusSchema, countSchema).describe('By status.'),
  })
  .meta({ id: 'Case' });
export type CaseRow = z.infer<typeof caseRowSchema>;

export const caseListQuerySchema = z.object({
  state: caseStateSchema.optional(),
  after: idSchema.optional().describe('`next` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const caseListSchema = z
  .object({ cases: z.array(caseRowSchema), next: idSchema.nullable() })
  .meta({ id: 'Cases' });
export const openCaseBodySchema = z
  .object({ name: z.string().min(1).max(200), teamId: idSchema.optional().describe('Default: my first team.') })
  .meta({ id: 'OpenCase' });
export const changeCaseBodySchema = z
  .object({ state: caseStateSchema.optional(), teamId: idSchema.optional().describe('Gives it to another team.') })
  .meta({ id: 'ChangeCase' });

/** `<file>:<first page>`: what a paper is called in addresses and judgements. */
export const documentKeySchema = z.string().regex(/^[0-9a-f-]{36}:[1-9]\d{0,4}$/);

export const documentRowSchema = z
  .object({
    key: documentKeySchema.describe('<file>:<first page>, as judgements name papers.'),
    fileId: idSchema,
    file: z.string(),
    pages: z.object({ from: countSchema, to: countSchema }),
    status: recordStatusSchema,
    type: z.object({ id: z.string(), label: bilingualSchema, confidence: z.number() }).nullable(),
    language: z.object({ code: z.string(), label: bilingualSchema }).nullable(),
    issueDate: z.string().nullable().describe('As printed: 2025-03-14, 2025-03 or 2025.'),
    issuer: z.string().nullable(),
    score: z.number().nullable(),
    flags: z.array(z.object({ code: z.string(), severity: severitySchema, label: bilingualSchema })).readonly(),
    criteria: z.array(z.string()).readonly(),
    isCopy: z.boolean(),
    decided: z.array(z.string()).readonly(),
    hasProposedCuts: z.boolean(),
  })
  .meta({ id: 'Document' });
export type DocumentRow = z.infer<typeof documentRowSchema>;
export const documentListSchema = z
  .object({ documents: z.array(documentRowSchema).readonly() })
  .meta({ id: 'Documents' });

export const fileRowSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    mediaType: z.string().nullable(),
    sizeBytes: countSchema,
    isContainer: z.boolean(),
    state: fileStateSchema,
    via: z.string(),
    receivedAt: momentSchema,
    pages: countSchema.nullable(),
    copyOf: z.string().nullable(),
    failure: z.object({ code: z.string(), message: bilingualSchema }).nullable(),
    canRetry: z.boolean().describe('Reading it failed, and it can be tried again.'),
  })
  .meta({ id: 'File' });
export type FileRow = z.infer<typeof fileRowSchema>;
export const fileListSchema = z.object({ files: z.array(fileRowSchema) }).meta({ id: 'Files' });

export const judgementQuerySchema = z.object({
  asOf: daySchema.optional().describe('Default: today.'),
  mayBeFormer: z
    .stringbool()
    .default(false)
    .describe(
      'Whether the judgement of a moment ago is good enough while the case is judged anew; `isFormer` says so.',
    ),
});
export const judgementSchema = z
  .object({
    judgement: caseJudgementSchema.omit({ case: true }),
    isFormer: z
      .boolean()
      .describe(
        'The case has changed since, and is being judged anew: the event `case-judgement` tells when to ask again.',
      ),
  })
  .meta({ id: 'Judgement' });

export const searchBodySchema = z
  .object({ words: z.string().trim().min(2).max(200), limit: z.number().int().min(1).max(100).default(50) })
  .meta({ id: 'Search' });
export const foundSchema = z
  .object({
    found: z.array(
      z.object({
        key: documentKeySchema,
        lines: z.array(z.object({ page: countSchema, text: z.string() })).readonly(),
      }),
    ),
  })
  .meta({ id: 'Found' });

export type FoundPaper = z.infer<typeof foundSchema>['found'][number];

/** What the organisation knows of the client beside the papers. */
export const caseFactsBodySchema = caseFactsSchema.meta({ id: 'CaseFacts' });
export type CaseFactsBody = z.infer<typeof caseFactsBodySchema>;

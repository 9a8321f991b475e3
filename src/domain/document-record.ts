import { z } from 'zod';
import { decidableSchema } from './decisions.ts';
import {
  bilingualSchema,
  dateRoleSchema,
  dismissedFlagSchema,
  documentLanguageSchema,
  fieldSchema,
  flagSchema,
  foundDateSchema,
  issueDateSchema,
  letterheadSchema,
  placeSchema,
  typeDecisionSchema,
} from './findings.ts';
import { boxSchema } from './geometry.ts';

/** Version of the published contract. Fields are added freely; these keep their names and meaning. */
export const DOCUMENT_SCHEMA_ID = 'liasse.document/1';

export const recordStatusSchema = z.enum(['done', 'needs-review', 'failed']);

const becauseSchema = z.array(z.object({ code: z.string(), message: bilingualSchema }));

/** One line of `liasse intake --json`: everything Liasse has to say about one document. */
export const documentRecordSchema = z.object({
  schema: z.literal(DOCUMENT_SCHEMA_ID),
  id: z.string().describe('Stable: the same bytes and the same pages give the same id.'),
  file: z.string().describe('As given, relative to PATH; inside an archive: "mail.eml!/annex.zip!/scan.pdf".'),
  sha256: z.string().nullable(),
  mediaType: z.string().nullable(),
  pages: z.object({ from: z.number(), to: z.number(), of: z.number() }).nullable(),
  status: recordStatusSchema,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  type: typeDecisionSchema.nullable(),
  languages: z.array(documentLanguageSchema),
  issueDate: issueDateSchema.nullable(),
  dates: z.array(foundDateSchema.extend({ role: dateRoleSchema })),
  letterhead: letterheadSchema.nullable(),
  marks: z.object({ signature: z.boolean(), stamp: z.boolean(), boxes: z.array(boxSchema) }).nullable(),
  fields: z.record(z.string(), fieldSchema.shape.value),
  fieldPlaces: z
    .record(z.string(), placeSchema.extend({ confidence: z.number() }))
    .describe('Where each field was read, by its name; one that was worked out from others has no place.'),
  flags: z.array(flagSchema),
  dismissed: z
    .array(dismissedFlagSchema)
    .default([])
    .describe('Flags that a person said do not count here, and why: they take nothing from the score.'),
  criteria: z.array(z.object({ id: z.string(), weight: z.number() })),
  score: z.number().min(0).max(100).nullable(),
  ocr: z
    .object({
      confidence: z.number(),
      pages: z.array(
        z.object({
          page: z.number(),
          state: z.enum(['read', 'no-text', 'failed']),
          source: z.enum(['text-layer', 'ocr', 'none']),
          engine: z.string().nullable(),
          model: z.string().nullable(),
          turned: z.number(),
          missingModel: z
            .string()
            .nullable()
            .describe('The model that would have read the page more exactly and is not installed.'),
        }),
      ),
    })
    .nullable(),
  warnings: z
    .array(z.object({ code: z.string(), message: bilingualSchema, pages: z.array(z.number()) }))
    .describe('How Liasse worked less well than it could have, and what to do; nothing about the worth of the paper.'),
  cut: z
    .object({ confidence: z.number(), because: becauseSchema, decided: z.boolean() })
    .nullable()
    .describe(
      'Why the paper was cut from the pages before it; decided: by a person. Null for the first paper of a file.',
    ),
  proposedCuts: z
    .array(z.object({ page: z.number(), confidence: z.number(), because: becauseSchema }))
    .describe(
      'Pages of the file, inside this paper, on which another may begin: not sure enough to cut, so a person is asked.',
    ),
  decided: z.array(decidableSchema).describe('What a person decided: no run of Liasse says otherwise.'),
  pipeline: z.object({ id: z.string(), version: z.string() }),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;

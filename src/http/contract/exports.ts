import { z } from 'zod';
import { bilingualSchema } from '#domain/findings.ts';
import { daySchema, idSchema, momentSchema } from './answers.ts';

const languageSchema = z.enum(['fr', 'en']);

export const exportQuerySchema = z.object({
  language: languageSchema.optional().describe('Default: mine.'),
  asOf: daySchema.optional().describe('The day of the judgement. Default: today.'),
});

export const dossierBodySchema = z
  .object({
    language: languageSchema.optional(),
    asOf: daySchema.optional(),
    maxMb: z.number().positive().max(10_000).optional().describe('Most of one file, in millions of bytes.'),
    isLight: z.boolean().default(false).describe('Large photos no finer than it takes to read them.'),
  })
  .meta({ id: 'MakeDossier' });

export const dossierParamsSchema = z.object({ caseId: idSchema, exportId: idSchema });
export const dossierFileParamsSchema = dossierParamsSchema.extend({ index: z.coerce.number().int().min(0).max(999) });

export const dossierExportSchema = z
  .object({
    id: idSchema,
    state: z.enum(['making', 'ready', 'failed']),
    begunAt: momentSchema,
    pages: z.object({ done: z.number().int(), of: z.number().int().nullable() }),
    files: z
      .array(
        z.object({
          index: z.number().int(),
          kind: z.enum(['pdf', 'xlsx', 'csv', 'zip']),
          name: z.string(),
          sizeBytes: z.number().int(),
        }),
      )
      .readonly(),
    apart: z.number().int().describe('Annexes that could not be taken over, and are to be joined separately.'),
    leftOut: z.number().int().describe('Papers that are no annex: copies, and what the order leaves out.'),
    waiting: z.number().int().describe('Files of the case that nobody has read yet.'),
    failure: z.object({ code: z.string(), message: bilingualSchema }).nullable(),
  })
  .meta({ id: 'DossierExport' });
export type DossierExport = z.infer<typeof dossierExportSchema>;
export const dossierExportsSchema = z
  .object({ exports: z.array(dossierExportSchema).readonly() })
  .meta({ id: 'DossierExports' });

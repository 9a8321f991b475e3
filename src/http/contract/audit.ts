import { z } from 'zod';
import { auditActionSchema } from '#domain/audit.ts';

export const auditQuerySchema = z.object({
  action: auditActionSchema.optional(),
  actor: z.string().min(1).max(128).optional(),
  subject: z
    .string()
    .regex(/^[A-Za-z0-9_:.+-]{1,128}$/)
    .optional()
    .describe('An id, or how it begins.'),
  before: z.coerce.number().int().positive().optional().describe('`next` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const auditEntrySchema = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    actor: z.string().describe('Id of a person, or the user of the machine itself.'),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryRow = z.infer<typeof auditEntrySchema>;
export const auditListSchema = z
  .object({ entries: z.array(auditEntrySchema), next: z.number().int().nullable() })
  .meta({ id: 'Audit' });
export const auditStateSchema = z
  .object({
    isWhole: z.boolean(),
    rows: z.number().int(),
    head: z.string().nullable().describe('Hash of the last row, to be noted elsewhere.'),
    brokenAt: z.number().int().nullable(),
    headFile: z.enum(['found', 'not-in-log', 'none', 'unreadable']),
  })
  .meta({ id: 'AuditState' });
export type AuditState = z.infer<typeof auditStateSchema>;

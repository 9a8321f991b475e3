import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What is told in the audit log. */
export const auditActionSchema = z.enum([
  'case-opened',
  'case-closed',
  'case-archived',
  'case-reopened',
  'files-received',
  'decision-made',
  'learned',
  'learning-undone',
  'run-accepted',
  'run-rejected',
  'run-rolled-back',
  'purge-begun',
  'purge-done',
  'person-exported',
  'backup-made',
  'restored',
  'keys-rotated',
  'installation-set-up',
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'sessions-revoked',
  'password-changed',
  'second-code-on',
  'second-code-off',
  'api-key-made',
  'api-key-revoked',
  'person-invited',
  'invitation-withdrawn',
  'person-joined',
  'person-changed',
  'team-made',
  'team-changed',
  'case-viewed',
  'document-viewed',
  'case-searched',
  'translation-ordered',
  'translation-changed',
  'translator-changed',
  'case-exported',
  'case-moved',
  'webhook-made',
  'webhook-changed',
  'webhook-removed',
  'webhook-disabled',
  'queue-paused',
  'queue-resumed',
  'work-retried',
  'run-begun',
]);
export type AuditAction = z.infer<typeof auditActionSchema>;

/** An id, a hash, a code or a day: nothing that holds a space can be one, and so no text or name of a paper gets into the log. */
const codeSchema = z.string().regex(/^[A-Za-z0-9_:.+-]{1,128}$/);
const detailSchema = z.record(codeSchema, z.union([codeSchema, z.number().int(), z.boolean(), z.null()]));

/** Something to be told: who did what to what. */
export const auditEntrySchema = z.object({
  action: auditActionSchema,
  /** Id of what it was done to: a case, document, file's hash, run, backup, pipeline. */
  subject: codeSchema,
  /** Ids, codes and counts; no content. */
  detail: detailSchema,
  /** Who did it, when that is somebody else than who tells it. */
  actor: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A row of the log, sealed by its hash, which takes in the hash of the row before. */
export interface AuditRow {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Canonical JSON. */
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

/** The last row that was seen: whoever keeps it elsewhere notices a log that was cut off or written anew. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** What stands in for the hash of the row before the first. */
export const NO_ROW_BEFORE = '0'.repeat(64);

/** SHA-256 over all of a row but its hash, as a JSON array without spaces: anybody can compute it again. */
export function auditHash({ seq, at, actor, action, subject, detail, previous }: Omit<AuditRow, 'hash'>): string {
  const canonical = JSON.stringify([seq, at, actor, action, subject, detail, previous]);
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** The row that follows another one, or the first. */
export function nextAuditRow(
  before: AuditHead | undefined,
  { action, subject, detail, actor }: AuditEntry,
  by: { readonly at: string; readonly actor: string },
): AuditRow {
  const row = {
    seq: (before?.seq ?? 0) + 1,
    at: by.at,
    actor: actor ?? by.actor,
    action,
    subject,
    detail: canonicalDetail(detail),
    previous: before?.hash ?? NO_ROW_BEFORE,
  };
  return { ...row, hash: auditHash(row) };
}

/** JSON with its names in order: the same detail is always the same text. */
function canonicalDetail(detail: AuditEntry['detail']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1))));
}

import { createHash } from 'node:crypto';
import { z } from 'zod';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime({ offset: true });

/** Why something was purged: a person asked, its time was over, or a backup had brought it back. */
export const purgeReasonSchema = z.enum(['request', 'retention', 'brought-back']);
export type PurgeReason = z.infer<typeof purgeReasonSchema>;

/** What a purge takes out, and what it leaves: hashes and counts, no name and no word. */
export const purgePlanSchema = z.strictObject({
  /** The whole case, or some papers of it. */
  scope: z.enum(['case', 'papers']),
  reason: purgeReasonSchema,
  /** Keyed hash of the case's name: only this installation can tell which name it was. */
  caseKey: z.string(),
  /** Since when backups may hold what is purged. */
  heldSince: moment,
  counts: z.strictObject({
    files: count,
    documents: count,
    artifacts: count,
    decisions: count,
    keys: count,
    learnedModels: count,
    /** Models that learned from these papers among others and stay: weights of hashed words, no text. */
    learnedModelsKept: count,
  }),
  /** SHA-256 of the files whose bytes go, in order. */
  originals: z.array(sha256),
  /** SHA-256 of files whose bytes stay, since they also lie in another case. */
  sharedOriginals: z.array(sha256),
  /** Ids of the documents that were found in them, in order. */
  documents: z.array(z.string()),
});
export type PurgePlan = z.infer<typeof purgePlanSchema>;

const provenSchema = z.strictObject({
  format: z.literal('liasse.purge/1'),
  id: z.uuid(),
  caseId: z.uuid(),
  actor: z.string(),
  begunAt: moment,
  doneAt: moment,
  ...purgePlanSchema.shape,
  /** What lay in the store of bytes: originals, readings of their pages. */
  blobs: count,
  blobBytes: count,
  /** Backups that were made while it was kept: they hold it until they are deleted. */
  backups: z.array(z.strictObject({ id: z.string(), at: moment })),
  /** The row of the audit log that tells of it. */
  audit: z.strictObject({ seq: z.number().int().positive(), hash: sha256 }),
});

/** The proof that something was purged. */
export const purgeCertificateSchema = provenSchema.extend({
  /** SHA-256 over all the rest, as JSON with names in order. */
  digest: sha256,
});
export type PurgeCertificate = z.infer<typeof purgeCertificateSchema>;

/** The certificate of what was proven. */
export function certify(proven: z.infer<typeof provenSchema>): PurgeCertificate {
  return { ...proven, digest: digestOf(proven) };
}

/** Whether a certificate says what it said when it was made. */
export function isUnchanged({ digest, ...proven }: PurgeCertificate): boolean {
  return digestOf(proven) === digest;
}

/** What the audit log keeps of the hashes of a purge: 64 digits for all of them. */
export function purgedListHash({ originals, documents }: Pick<PurgePlan, 'originals' | 'documents'>): string {
  return createHash('sha256').update(JSON.stringify({ documents, originals })).digest('hex');
}

function digestOf(value: z.infer<typeof provenSchema>): string {
  return createHash('sha256')
    .update(JSON.stringify(value, (_name, one: unknown) => inOrder(one)))
    .digest('hex');
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

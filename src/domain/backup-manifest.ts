import { createHash } from 'node:crypto';
import { z } from 'zod';

export const BACKUP_FORMAT = 'liasse.backup/1';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The first thing in a backup: what it is. */
export const backupHeadSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  id: z.uuid(),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime({ offset: true }),
});

/** The last thing in a backup: all that was put into it. A backup that was cut off has none. */
export const backupManifestSchema = backupHeadSchema.extend({
  /** The migrations that its tables went through. */
  schema: z.array(z.string()).min(1),
  /** Fingerprint of the master key without which nothing of it can be read; null when nothing was ever sealed. */
  masterKey: z.string().nullable(),
  tables: z.array(z.strictObject({ name: z.string(), rows: count, sha256 })),
  /** Where the numbers of rows go on, by `table.column`. */
  sequences: z.record(z.string(), count),
  /** The last row of the audit log. */
  audit: z.strictObject({ seq: count, hash: sha256 }).nullable(),
  /** `sha256`: of the list of blobs. */
  blobs: z.strictObject({ count, bytes: count, sha256 }),
  /** Of all the rest of it: `manifestCheck`. Backups of before have none. */
  check: sha256.optional(),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** SHA-256 of what a manifest says, its names in the order of the schema. */
export function manifestCheck({ check: _, ...said }: BackupManifest): string {
  return createHash('sha256')
    .update(JSON.stringify(backupManifestSchema.parse(said)), 'utf8')
    .digest('hex');
}

/** The parts of a backup, by their names in it. Nothing else is in one. */
export const backupParts = {
  head: 'liasse-backup.json',
  table: (name: string): string => `rows/${name}.ndjson`,
  blob: (name: string): string => `blobs/${name}`,
  /** A line a blob: `sha256 size name`, in the order in which they follow. */
  blobList: 'blobs.list',
  manifest: 'manifest.json',
} as const;

/** A line of the list of blobs. */
export function blobLine({ sha256: hash, sizeBytes, name }: BackedUpBlob): string {
  return `${hash} ${sizeBytes} ${name}\n`;
}

export interface BackedUpBlob {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

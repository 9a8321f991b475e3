import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from '#domain/audit.ts';
import { unlessAbsent } from '../disk-failure.ts';

/** The head of the audit log in a file beside the database, so that whoever changes only the database is noticed. */
export interface AuditHeadFile {
  readonly path: string;
  /** Undefined when there is none yet. `unreadable`: there is one, and it was changed or damaged. */
  read(): Promise<AuditHead | 'unreadable' | undefined>;
  /** Not synced: a head that a power cut takes back is only an older one. */
  write(head: AuditHead): Promise<void>;
}

/** `audit-head` in Liasse's home: number and hash of the last row that was written from this machine. */
export function createAuditHeadFile(home: string): AuditHeadFile {
  const path = join(home, 'audit-head');
  return {
    path,
    read: async () => {
      const text = await unlessAbsent(readFile(path, 'utf8'));
      if (text === undefined) return undefined;
      const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
      return seq === undefined || hash === undefined ? 'unreadable' : { seq: Number(seq), hash };
    },
    write: async ({ seq, hash }) => {
      const draft = `${path}.${randomUUID()}.part`;
      try {
        await writeFile(draft, `${seq} ${hash}\n`, { mode: 0o600 });
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}

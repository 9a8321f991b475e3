import type { AuditAction, AuditEntry, AuditRow } from '#domain/audit.ts';

/** Which rows of the log are wanted; all that is given must hold. */
export interface AuditQuery {
  /** About this case: itself, its documents, its files. */
  readonly caseId?: string | undefined;
  /** From this moment on (ISO 8601). */
  readonly since?: string | undefined;
  readonly afterSeq?: number;
}

/** Which of the latest rows are wanted; all that is given must hold. */
export interface LatestAuditQuery {
  readonly action?: AuditAction | undefined;
  readonly actor?: string | undefined;
  /** What it was done to: the id, or how it begins. */
  readonly subject?: string | undefined;
  /** Older than this row. */
  readonly beforeSeq?: number | undefined;
  readonly limit: number;
}

/** Who did what: rows are added, never changed, and each is sealed by the hash of the one before. */
export interface AuditLog {
  /** All or none; durable when it resolves. Writers take turns, so that there are no gaps. Throws `database-away`. */
  append(entries: readonly AuditEntry[]): Promise<AuditRow[]>;
  /** The newest first. */
  latest(query: LatestAuditQuery): Promise<AuditRow[]>;
  /** Oldest first. */
  rows(query?: AuditQuery): AsyncGenerator<AuditRow>;
}

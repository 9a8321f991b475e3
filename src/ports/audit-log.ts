import type { AuditEntry, AuditRow } from '#domain/audit.ts';

/** Which rows of the log are wanted; all that is given must hold. */
export interface AuditQuery {
  /** About this case: itself, its documents, its files. */
  readonly caseId?: string | undefined;
  /** From this moment on (ISO 8601). */
  readonly since?: string | undefined;
  readonly afterSeq?: number;
}

/** Who did what: rows are added, never changed, and each is sealed by the hash of the one before. */
export interface AuditLog {
  /** All or none; durable when it resolves. Writers take turns, so that there are no gaps. Throws `database-away`. */
  append(entries: readonly AuditEntry[]): Promise<AuditRow[]>;
  /** Oldest first. */
  rows(query?: AuditQuery): AsyncGenerator<AuditRow>;
}

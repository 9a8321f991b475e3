import type { AuditAction } from '#domain/audit.ts';
import { isWholeLog, verifyAudit } from '../../trust/verify-audit.ts';
import type { Seat } from '../seat.ts';

/** A row of the log; ids, codes and counts. */
export interface AuditEntryRow {
  readonly seq: number;
  readonly at: string;
  /** Id of a person, or whoever worked at the machine itself. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly action?: AuditAction | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The latest rows, the newest first; `next`: what to give as `before` for more, if there are any. */
export async function listAudit(
  { keeping }: Seat,
  { before, limit, ...which }: AuditFilter,
): Promise<{ readonly entries: AuditEntryRow[]; readonly next: number | null }> {
  const rows = await keeping.audit.latest({ ...which, beforeSeq: before, limit: limit + 1 });
  const entries = rows.slice(0, limit).map(({ seq, at, actor, action, subject, detail }) => {
    const parsed: unknown = JSON.parse(detail);
    const shown = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
    return { seq, at, actor, action, subject, detail: shown };
  });
  return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

export interface AuditState {
  readonly isWhole: boolean;
  /** Rows that fit. */
  readonly rows: number;
  /** Hash of the last row, to be noted elsewhere. */
  readonly head: string | null;
  /** The first row that does not fit. */
  readonly brokenAt: number | null;
  readonly headFile: 'found' | 'not-in-log' | 'none' | 'unreadable';
}

/** Walks the whole log: is every row as it was written, and none missing? */
export async function checkAudit({ keeping }: Seat): Promise<AuditState> {
  const found = await verifyAudit(keeping);
  return {
    isWhole: isWholeLog(found),
    rows: found.rows,
    head: found.head?.hash ?? null,
    brokenAt: found.broken?.seq ?? null,
    headFile: found.headFile,
  };
}

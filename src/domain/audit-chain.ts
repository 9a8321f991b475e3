import { type AuditHead, type AuditRow, auditHash, NO_ROW_BEFORE } from './audit.ts';

/** The first row that is not what was written. `missing`: rows before it are gone; `changed`: it was altered; `unlinked`: the row before was. */
export interface BrokenRow {
  readonly seq: number;
  readonly problem: 'missing' | 'changed' | 'unlinked';
}

/** Walks along the log, row after row. */
export interface AuditChain {
  /** Whether the row fits. After the first that does not, none is looked at any more. */
  take(row: AuditRow): boolean;
  /** The last row that fitted. */
  readonly head: AuditHead | undefined;
  readonly broken: BrokenRow | undefined;
}

/** A walk from the first row of the log. */
export function createAuditChain(): AuditChain {
  let head: AuditHead | undefined;
  let broken: BrokenRow | undefined;
  return {
    take: (row) => {
      const problem = broken === undefined ? problemOf(row, head) : undefined;
      if (problem !== undefined) broken = { seq: row.seq, problem };
      if (broken === undefined) head = { seq: row.seq, hash: row.hash };
      return broken === undefined;
    },
    get head() {
      return head;
    },
    get broken() {
      return broken;
    },
  };
}

function problemOf(row: AuditRow, before: AuditHead | undefined): BrokenRow['problem'] | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1) return 'missing';
  if (auditHash(row) !== row.hash) return 'changed';
  return row.previous === (before?.hash ?? NO_ROW_BEFORE) ? undefined : 'unlinked';
}

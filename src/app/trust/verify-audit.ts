import type { AuditHead } from '#domain/audit.ts';
import { type BrokenRow, createAuditChain } from '#domain/audit-chain.ts';
import type { Keeping } from '../keeping/open-keeping.ts';

/** What a head that was kept elsewhere says of the log. `not-in-log`: the log was cut off or written anew since, or is another one. */
type Witness = 'found' | 'not-in-log';

export interface AuditVerification {
  /** Rows that fit, from the first on. */
  readonly rows: number;
  readonly head: AuditHead | undefined;
  readonly broken: BrokenRow | undefined;
  /** What the file in Liasse's home says; `none`: there is no such file. */
  readonly headFile: Witness | 'none' | 'unreadable';
  /** What the expected hash says; null when none was given. */
  readonly expected: Witness | null;
}

/** Whether the log is whole: every row as it was written, none taken out, and none cut off that is known of. */
export function isWholeLog({ broken, headFile, expected }: AuditVerification): boolean {
  return (
    broken === undefined && headFile !== 'not-in-log' && headFile !== 'unreadable' && (expected ?? 'found') === 'found'
  );
}

/** Walks the whole log. `expectedHash`: the hash of a row that was noted earlier, in small letters. */
export async function verifyAudit(
  { audit, auditHead }: Pick<Keeping, 'audit' | 'auditHead'>,
  expectedHash?: string,
): Promise<AuditVerification> {
  // Read first: rows that are added meanwhile come after it.
  const kept = await auditHead.read();
  const chain = createAuditChain();
  let isExpectedFound = false;
  let isKeptFound = false;
  for await (const row of audit.rows()) {
    if (!chain.take(row)) break;
    isExpectedFound ||= row.hash === expectedHash;
    isKeptFound ||= typeof kept === 'object' && row.seq === kept.seq && row.hash === kept.hash;
  }
  const { head, broken } = chain;
  const witness = (isFound: boolean): Witness => (isFound ? 'found' : 'not-in-log');
  return {
    rows: head?.seq ?? 0,
    head,
    broken,
    headFile: typeof kept === 'object' ? witness(isKeptFound) : (kept ?? 'none'),
    expected: expectedHash === undefined ? null : witness(isExpectedFound),
  };
}

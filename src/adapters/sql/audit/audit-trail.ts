import type { Transaction } from 'kysely';
import type { AuditEntry, AuditHead, AuditRow } from '#domain/audit.ts';
import type { AuditHeadFile } from '../../audit-head/create-audit-head-file.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './append-audit.ts';

/** Tells the log within a transaction; the last step of it. */
export type Tell = (entries: readonly AuditEntry[]) => Promise<AuditRow[]>;

/** Transactions that tell the audit log what they do, under the name of who does it: done and told, or neither. */
export interface AuditTrail {
  readonly actor: string;
  transaction<Result>(work: (within: Transaction<Tables>, tell: Tell) => Promise<Result>): Promise<Result>;
}

/** The head of the log is kept in a file once a transaction is committed; that it can't be written changes nothing any more. */
export function createAuditTrail(
  db: Database,
  { actor, headFile }: { readonly actor: string; readonly headFile?: AuditHeadFile },
): AuditTrail {
  return {
    actor,
    transaction: async (work) => {
      const told: AuditRow[] = [];
      const result = await db.transaction().execute((within) =>
        work(within, async (entries) => {
          const rows = await appendAudit(within, actor, entries);
          told.push(...rows);
          return rows;
        }),
      );
      if (headFile !== undefined) await keepHead(db, headFile, told).catch(() => undefined);
      return result;
    },
  };
}

/** A head that is not in the log any more stays in its file: it is what tells that the log was cut off. */
async function keepHead(db: Database, headFile: AuditHeadFile, told: readonly AuditRow[]): Promise<void> {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return;
  const kept = await headFile.read();
  if (kept === 'unreadable') return;
  const isNext = kept === undefined || (kept.seq + 1 === first.seq && kept.hash === first.previous);
  if (isNext || (kept.seq < last.seq && (await isInLog(db, kept)))) await headFile.write(last);
}

/** Whether the log holds that very row. */
export async function isInLog(db: Database, { seq, hash }: AuditHead): Promise<boolean> {
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', String(seq)).executeTakeFirst();
  return row?.hash === hash;
}

import { sql } from 'kysely';
import { z } from 'zod';
import { failureCodeSchema } from '#domain/failure.ts';
import { fileStateSchema, type LedgerCounts } from '#domain/ledger.ts';
import type { FileStore, KeptFile } from '#ports/kept-files.ts';
import { wayInSchema } from '#ports/received-files.ts';
import type { Vault } from '#ports/vault.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import { rejections, unaccounted } from './ledger-queries.ts';
import { noteReceipts } from './note-receipts.ts';
import type { Database } from './open-database.ts';
import { receiveFile } from './receive-file.ts';
import { addWork } from './work/add-work.ts';

/** The ledger in the table `files`; names are sealed under the key of their case. */
export function createFileStore(db: Database, vault: Vault, trail: AuditTrail): FileStore {
  const files = () => filesWithFirst(db);
  const asFile = (row: FileRow): Promise<KeptFile> => asKeptFile(row, vault);
  return {
    receive: async (file, caseId) => {
      const nameKey = (await vault.blind())(file.name);
      const sealer = await vault.sealer(`case:${caseId}`);
      const name = Buffer.from(sealer.seal(Buffer.from(file.name, 'utf8')));
      return trail.transaction(async (within, tell) => {
        const { receipt, entries } = await receiveFile(within, { file, caseId, nameKey, name, by: trail.actor });
        await tell(entries);
        return receipt;
      });
    },
    moment: async () => {
      const { rows } = await sql`select clock_timestamp()::text as now`.execute(db);
      return z.object({ now: z.string() }).parse(rows[0]).now;
    },
    noteReceipts: (caseId) =>
      trail.transaction(async (within, tell) => {
        await tell(await noteReceipts(within, caseId));
      }),
    find: async (fileId) => {
      const row = await files().where('files.id', '=', fileId).executeTakeFirst();
      return row === undefined ? undefined : asFile(row);
    },
    ofCase: async (caseId) => {
      const rows = await files().where('files.case_id', '=', caseId).orderBy('files.position').execute();
      return Promise.all(rows.map(asFile));
    },
    askAgain: (fileId, asOf) =>
      db.transaction().execute(async (within) => {
        const file = await within
          .updateTable('files')
          .set({ as_of: asOf })
          .where('id', '=', fileId)
          .returning('case_id')
          .executeTakeFirst();
        if (file !== undefined)
          await addWork(within, [{ kind: 'file', subject: fileId, caseId: file.case_id, workClass: 'live' }]);
      }),
    rejections: (caseId) => rejections(db, caseId),
    unaccounted: (caseId) => unaccounted(db, caseId),
    counts: async (caseId) => {
      const rows = await db
        .selectFrom('files')
        .select(['state', sql<string>`count(*)`.as('count')])
        .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? ''))
        .groupBy('state')
        .execute();
      return asCounts(rows);
    },
  };
}

/** Files, each with the name of the file that brought the same bytes before. */
function filesWithFirst(db: Database) {
  return db
    .selectFrom('files')
    .leftJoin('files as first', 'first.id', 'files.copy_of')
    .selectAll('files')
    .select('first.name as copied_name');
}

type FileRow = Awaited<ReturnType<ReturnType<typeof filesWithFirst>['executeTakeFirstOrThrow']>>;

async function asKeptFile(row: FileRow, vault: Vault): Promise<KeptFile> {
  const sealer = await vault.sealer(`case:${row.case_id}`);
  const name = (sealed: Uint8Array): string => Buffer.from(sealer.open(sealed)).toString('utf8');
  return {
    id: row.id,
    caseId: row.case_id,
    position: Number(row.position),
    name: name(row.name),
    sha256: row.sha256,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    isContainer: row.is_container,
    state: fileStateSchema.parse(row.state),
    failure: failureCodeSchema.nullable().parse(row.failure),
    copyOf: row.copied_name === null ? null : name(row.copied_name),
    asOf: row.as_of,
    via: wayInSchema.parse(row.via),
    receivedAt: row.received_at,
    pageCount: row.page_count,
    reading: row.reading,
  };
}

function asCounts(rows: readonly { state: string; count: string }[]): LedgerCounts {
  const of = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  const counts = {
    waiting: of('waiting'),
    accepted: of('accepted'),
    duplicate: of('duplicate'),
    rejected: of('rejected'),
  };
  return { received: rows.reduce((sum, row) => sum + Number(row.count), 0), ...counts };
}

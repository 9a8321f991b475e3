import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { failureCodeSchema } from '#domain/failure.ts';
import { type FileState, fileStateSchema, type LedgerCounts } from '#domain/ledger.ts';
import type { ArrivedFile, FileStore, KeptFile } from '#ports/kept-files.ts';
import { type Receipt, wayInSchema } from '#ports/received-files.ts';
import type { Vault } from '#ports/vault.ts';
import { rejections, unaccounted } from './ledger-queries.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';
import { addWork } from './work/add-work.ts';

/** The ledger in the table `files`; names are sealed under the key of their case. */
export function createFileStore(db: Database, vault: Vault): FileStore {
  const files = () =>
    db
      .selectFrom('files')
      .leftJoin('files as first', 'first.id', 'files.copy_of')
      .selectAll('files')
      .select('first.name as copied_name');
  type Row = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>;
  const asFile = async (row: Row): Promise<KeptFile> => {
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
  };

  return {
    receive: async (file, caseId) => {
      const nameKey = (await vault.blind())(file.name);
      const sealer = await vault.sealer(`case:${caseId}`);
      const name = Buffer.from(sealer.seal(Buffer.from(file.name, 'utf8')));
      return db.transaction().execute((within) => receiveWithin(within, { file, caseId, nameKey, name }));
    },
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

async function receiveWithin(
  within: Transaction<Tables>,
  { file, caseId, nameKey, name }: { file: ArrivedFile; caseId: string; nameKey: string; name: Buffer },
): ReturnType<FileStore['receive']> {
  // One after the other within a case, or two copies that arrive together would both be the first.
  await within.selectFrom('cases').select('id').where('id', '=', caseId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const same =
    file.sha256 === null || file.failure !== null
      ? []
      : await within
          .selectFrom('files')
          .select(['id', 'name_key', 'copy_of'])
          .where('case_id', '=', caseId)
          .where('sha256', '=', file.sha256)
          .where('twin_of', 'is', null)
          .where((where) => where.or([where('state', '<>', 'rejected'), where('settled_at', 'is not', null)]))
          .orderBy('position')
          .execute();
  const twin = same.find((one) => one.name_key === nameKey);
  const state = stateOnArrival(file, twin !== undefined);
  const id = randomUUID();
  await within
    .insertInto('files')
    .values({
      id,
      case_id: caseId,
      name,
      name_key: nameKey,
      sha256: file.sha256,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      is_container: file.isContainer,
      as_of: file.asOf,
      state,
      failure: file.failure,
      copy_of: twin === undefined ? (same[0]?.id ?? null) : null,
      twin_of: twin?.id ?? null,
      via: file.via,
    })
    .execute();
  if (state === 'waiting') await addWork(within, [{ kind: 'file', subject: id, caseId, workClass: 'live' }]);
  return {
    fileId: id,
    name: file.name,
    sha256: file.sha256,
    state: receiptState(state, same.length > 0),
    failure: file.failure,
    isContainer: file.isContainer,
    twinOf: twin?.id ?? null,
  };
}

/** An archive is taken in by being opened; what it holds has rows of its own. */
function stateOnArrival(file: ArrivedFile, isTwin: boolean): FileState {
  if (file.failure !== null) return 'rejected';
  if (isTwin) return 'duplicate';
  return file.isContainer ? 'accepted' : 'waiting';
}

function receiptState(state: FileState, isCopy: boolean): Receipt['state'] {
  if (state === 'rejected' || state === 'duplicate') return state;
  return isCopy ? 'duplicate' : 'waiting';
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

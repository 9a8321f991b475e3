import { sql, type Transaction } from 'kysely';
import type { FileResult, JudgedDocument, ResultStore } from '#ports/kept-results.ts';
import type { Sealer, Vault } from '#ports/vault.ts';
import type { FinishedWork } from '#ports/work-queue.ts';
import { artifactsRow, type Into, saidColumns } from './judgements/artifacts-row.ts';
import { type DocumentsInForce, documentsInForce, openDocuments } from './judgements/kept-documents.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';
import { addWork } from './work/add-work.ts';
import { finishWork, type OwnedWork } from './work/settle-work.ts';

/** The documents in force in the tables `documents` and `artifacts`; what was judged is sealed under the key of its case. */
export function createResultStore(db: Database, vault: Vault): ResultStore {
  const all = (query: DocumentsInForce) => openDocuments(query, vault);
  return {
    commit: async (result, work) => {
      const file = await db.selectFrom('files').select('case_id').where('id', '=', result.fileId).executeTakeFirst();
      // Erased while it was read.
      if (file === undefined) return 'lost';
      const sealer = await vault.sealer(`case:${file.case_id}`);
      return db.transaction().execute((within) => commitWithin(within, { result, caseId: file.case_id, sealer, work }));
    },
    replace: async (places, judged, under) => {
      const [fileId = ''] = places.map((place) => place.fileId);
      const file = await db.selectFrom('files').select('case_id').where('id', '=', fileId).executeTakeFirst();
      if (file === undefined) return false;
      const sealer = await vault.sealer(`case:${file.case_id}`);
      const into = { fileId, caseId: file.case_id, under, sealer };
      return db.transaction().execute(async (within) => {
        await lockFile(within, fileId);
        const before = await within
          .selectFrom('documents')
          .select(['page_from', 'page_to'])
          .where('file_id', '=', fileId)
          .execute();
        const isThere = ({ pageFrom, pageTo }: (typeof places)[number]): boolean =>
          before.some((row) => row.page_from === pageFrom && row.page_to === pageTo);
        if (!places.every(isThere)) return false;
        const firsts = places.map(({ pageFrom }) => pageFrom);
        await within.deleteFrom('documents').where('file_id', '=', fileId).where('page_from', 'in', firsts).execute();
        for (const document of judged) await insertDocument(within, document, into);
        await askForCase(within, file.case_id);
        return true;
      });
    },
    ofCase: (caseId) => all(documentsInForce(db).where('documents.case_id', '=', caseId)),
    orderOfCase: async (caseId) => {
      const rows = await db
        .selectFrom('documents')
        .innerJoin('files', 'files.id', 'documents.file_id')
        .select(['documents.file_id', 'documents.page_from'])
        .where('documents.case_id', '=', caseId)
        .orderBy('files.position')
        .orderBy('documents.page_from')
        .execute();
      return rows.map((row) => ({ fileId: row.file_id, pageFrom: row.page_from }));
    },
    ofFile: (fileId) => all(documentsInForce(db).where('documents.file_id', '=', fileId)),
    byId: (prefix, caseId) =>
      all(
        documentsInForce(db)
          .where(sql<boolean>`starts_with(documents.id, ${prefix})`)
          .$if(caseId !== undefined, (query) => query.where('documents.case_id', '=', caseId ?? '')),
      ),
  };
}

interface Commit {
  readonly result: FileResult;
  readonly caseId: string;
  readonly sealer: Sealer;
  readonly work: OwnedWork;
}

async function commitWithin(
  within: Transaction<Tables>,
  { result, caseId, sealer, work }: Commit,
): Promise<FinishedWork> {
  const finished = await finishWork(within, work);
  if (finished === 'lost') return finished;
  await lockFile(within, result.fileId);
  await within.deleteFrom('documents').where('file_id', '=', result.fileId).execute();
  const into = { fileId: result.fileId, caseId, under: result.under, sealer };
  for (const document of result.documents) await insertDocument(within, document, into);
  await settleFile(within, result);
  await askForCase(within, caseId);
  return finished;
}

/** Of two who replace the documents of a file at the same time, one comes after the other. */
async function lockFile(within: Transaction<Tables>, fileId: string): Promise<void> {
  await within.selectFrom('files').select('id').where('id', '=', fileId).forNoKeyUpdate().execute();
}

async function insertDocument(
  within: Transaction<Tables>,
  document: JudgedDocument,
  into: Into & { readonly caseId: string },
): Promise<void> {
  const row = artifactsRow(document, into);
  await within.insertInto('artifacts').values(row).execute();
  const { judgement, words } = document;
  const { record } = judgement;
  await within
    .insertInto('documents')
    .values({
      file_id: into.fileId,
      case_id: into.caseId,
      page_from: document.pageFrom,
      id: record.id,
      ...saidColumns(record, document.pageTo, into.under),
      artifacts_id: row.id,
      words: words === null ? null : sql`${words}::tsvector`,
    })
    .execute();
}

async function settleFile(within: Transaction<Tables>, result: FileResult): Promise<void> {
  const rejected = result.outcome === 'judged' ? null : result.outcome.rejected;
  await within
    .updateTable('files')
    .set({
      state: rejected === null ? sql`case when copy_of is null then 'accepted' else 'duplicate' end` : 'rejected',
      failure: rejected,
      settled_at: sql`now()`,
      page_count: result.pageCount,
      reading: result.under.readBy,
    })
    .where('id', '=', result.fileId)
    .execute();
}

/** The last file of a case that is settled has the case judged. */
async function askForCase(within: Transaction<Tables>, caseId: string): Promise<void> {
  // Of two last files that are settled at the same time, one has to see the other.
  await within.selectFrom('cases').select('id').where('id', '=', caseId).forNoKeyUpdate().execute();
  const waiting = await within
    .selectFrom('files')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst();
  if (waiting === undefined) await addWork(within, [{ kind: 'case', subject: caseId, caseId, workClass: 'live' }]);
}

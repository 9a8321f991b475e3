import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { keptJudgementSchema, stageKeysSchema } from '#domain/kept-judgement.ts';
import type { FileResult, JudgedDocument, KeptDocument, ResultStore } from '#ports/kept-results.ts';
import type { Sealer, Vault } from '#ports/vault.ts';
import type { FinishedWork } from '#ports/work-queue.ts';

import { openJson, sealJson } from './json-seal.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';
import { addWork } from './work/add-work.ts';
import { finishWork, type OwnedWork } from './work/settle-work.ts';

/** The documents in force in the tables `documents` and `artifacts`; what was judged is sealed under the key of its case. */
export function createResultStore(db: Database, vault: Vault): ResultStore {
  const documents = () => documentsInForce(db);
  type Row = Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>;
  const asDocument = async (row: Row): Promise<KeptDocument> => ({
    fileId: row.file_id,
    caseId: row.case_id,
    caseName: row.case_name,
    pageFrom: row.page_from,
    pageTo: row.page_to,
    id: row.id,
    artifactsId: row.artifacts_id,
    judgedBy: row.judged_by,
    asOf: row.as_of,
    judgement: keptJudgementSchema.parse(openJson(await vault.sealer(`case:${row.case_id}`), row.content)),
    keys: stageKeysSchema.parse(row.keys),
  });
  const all = async (query: ReturnType<typeof documents>): Promise<KeptDocument[]> =>
    Promise.all((await query.execute()).map(asDocument));

  return {
    commit: async (result, work) => {
      const file = await db.selectFrom('files').select('case_id').where('id', '=', result.fileId).executeTakeFirst();
      // Erased while it was read.
      if (file === undefined) return 'lost';
      const sealer = await vault.sealer(`case:${file.case_id}`);
      return db.transaction().execute((within) => commitWithin(within, { result, caseId: file.case_id, sealer, work }));
    },
    replace: async ({ fileId, from, to }, judged, judgedBy) => {
      const file = await db.selectFrom('files').select('case_id').where('id', '=', fileId).executeTakeFirst();
      if (file === undefined) return;
      const sealer = await vault.sealer(`case:${file.case_id}`);
      const into = { fileId, caseId: file.case_id, judgedBy, sealer };
      await db.transaction().execute(async (within) => {
        await within
          .deleteFrom('documents')
          .where('file_id', '=', fileId)
          .where('page_from', '>=', from)
          .where('page_from', '<=', to)
          .execute();
        for (const document of judged) await insertDocument(within, document, into);
        await askForCase(within, file.case_id);
      });
    },
    ofCase: (caseId) => all(documents().where('documents.case_id', '=', caseId)),
    ofFile: (fileId) => all(documents().where('documents.file_id', '=', fileId)),
    byId: (prefix, caseId) =>
      all(
        documents()
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
  await within.deleteFrom('documents').where('file_id', '=', result.fileId).execute();
  const into = { fileId: result.fileId, caseId, judgedBy: result.judgedBy, sealer };
  for (const document of result.documents) await insertDocument(within, document, into);
  await settleFile(within, result);
  await askForCase(within, caseId);
  return finished;
}

/** Documents with what they were made of, in the order of receipt and of pages. */
function documentsInForce(db: Database) {
  return db
    .selectFrom('documents')
    .innerJoin('artifacts', 'artifacts.id', 'documents.artifacts_id')
    .innerJoin('files', 'files.id', 'documents.file_id')
    .innerJoin('cases', 'cases.id', 'documents.case_id')
    .select([
      'documents.file_id',
      'documents.case_id',
      'cases.name as case_name',
      'documents.page_from',
      'documents.page_to',
      'documents.id',
      'documents.artifacts_id',
      'documents.judged_by',
      'documents.as_of',
      'artifacts.content',
      'artifacts.keys',
    ])
    .orderBy('files.position')
    .orderBy('documents.page_from');
}

/** Where a document goes, and what had a say in it. */
interface Into {
  readonly fileId: string;
  readonly caseId: string;
  readonly judgedBy: string;
  readonly sealer: Sealer;
}

async function insertDocument(
  within: Transaction<Tables>,
  { pageFrom, pageTo, judgement, keys, words }: JudgedDocument,
  { fileId, caseId, judgedBy, sealer }: Into,
): Promise<void> {
  const { record, artifacts } = judgement;
  const artifactsId = randomUUID();
  await within
    .insertInto('artifacts')
    .values({
      id: artifactsId,
      file_id: fileId,
      page_from: pageFrom,
      keys: JSON.stringify(keys),
      content: sealJson(sealer, judgement),
    })
    .execute();
  await within
    .insertInto('documents')
    .values({
      file_id: fileId,
      page_from: pageFrom,
      page_to: pageTo,
      id: record.id,
      case_id: caseId,
      status: record.status,
      type: record.type?.id ?? null,
      language: record.languages[0]?.code ?? null,
      issue_date: record.issueDate?.iso ?? null,
      score: record.score,
      flags: record.flags.map(({ code }) => code),
      as_of: artifacts?.['run-facts'].asOf ?? '',
      judged_by: judgedBy,
      pipeline: record.pipeline.id,
      pipeline_version: record.pipeline.version,
      artifacts_id: artifactsId,
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
      reading: result.reading,
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

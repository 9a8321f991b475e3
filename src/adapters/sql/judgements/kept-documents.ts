import { type SelectQueryBuilder, sql } from 'kysely';
import type { KeptDocument } from '#ports/kept-results.ts';
import type { Vault } from '#ports/vault.ts';
import type { Executor } from '../work/work-row.ts';
import { openJudgement } from './open-judgement.ts';

/** Documents in force with what they were made of, in the order of receipt and of pages. */
export function documentsInForce(db: Executor) {
  return db
    .selectFrom('documents')
    .innerJoin('artifacts', 'artifacts.id', 'documents.artifacts_id')
    .innerJoin('artifacts as content', (join) =>
      join.on('content.id', '=', sql<string>`coalesce(artifacts.content_of, artifacts.id)`),
    )
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
      'documents.cut_by',
      'documents.read_by',
      'documents.as_of',
      'documents.pipeline_version',
      'artifacts.keys',
    ])
    .select([sql<Buffer>`content.content`.as('content'), 'content.id as content_id'])
    .orderBy('files.position')
    .orderBy('documents.page_from');
}

export type DocumentsInForce = ReturnType<typeof documentsInForce>;
type Row = DocumentsInForce extends SelectQueryBuilder<infer _DB, infer _Tables, infer Output> ? Output : never;

/** The documents of a query, opened with one sealer a case. */
export async function openDocuments(query: DocumentsInForce, vault: Vault): Promise<KeptDocument[]> {
  const rows = await query.execute();
  const cases = [...new Set(rows.map((row) => row.case_id))];
  const sealers = new Map(await Promise.all(cases.map(async (id) => [id, await vault.sealer(`case:${id}`)] as const)));
  return rows.flatMap((row) => {
    const sealer = sealers.get(row.case_id);
    return sealer === undefined ? [] : [asDocument(row, openJudgement(row, sealer))];
  });
}

function asDocument(row: Row, opened: ReturnType<typeof openJudgement>): KeptDocument {
  return {
    fileId: row.file_id,
    caseId: row.case_id,
    caseName: row.case_name,
    pageFrom: row.page_from,
    pageTo: row.page_to,
    id: row.id,
    artifactsId: row.artifacts_id,
    contentId: row.content_id,
    judgedBy: row.judged_by,
    cutBy: row.cut_by,
    readBy: row.read_by,
    asOf: row.as_of,
    ...opened,
  };
}

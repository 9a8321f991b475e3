import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { documentIdsOf } from '#domain/document-id.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { PurgePlan } from '#domain/purge-certificate.ts';
import type { PurgeScope } from '#ports/purge-store.ts';
import type { Tables } from '../tables.ts';

/** What goes, row by row; the plan says the same in hashes and counts. */
export interface PurgeWork {
  readonly plan: PurgePlan;
  readonly keys: readonly string[];
  readonly fileIds: readonly string[];
  readonly decisions: readonly string[];
  readonly learnedModels: readonly string[];
}

const fileSchema = z.object({
  id: z.string(),
  sha256: z.string().nullable(),
  page_count: z.number().nullable(),
  is_shared: z.boolean(),
});

/** Looks up all that belongs to what is to be purged. Throws `case-unknown`, unless something is to go that was brought back. */
export async function planPurge(within: Transaction<Tables>, scope: PurgeScope): Promise<PurgeWork> {
  const { caseId, reason, caseKey, withLearning, broughtBack } = scope;
  const known = await within.selectFrom('cases').select('opened_at').where('id', '=', caseId).executeTakeFirst();
  if (known === undefined && broughtBack === undefined) throw new LiasseFailure('case-unknown');
  const files = await filesOf(within, scope);
  const fileIds = files.map(({ id }) => id);
  const pages = pagesByHash(files.filter(({ is_shared: isShared }) => !isShared));
  for (const sha256 of await orphansAmong(within, broughtBack?.originals ?? [])) pages.set(sha256, 0);
  const originals = [...pages.keys()].sort();
  const keys = await keysOf(within, originals, scope.fileIds === 'all' ? caseId : undefined);
  const documents = await documentsOf(within, fileIds);
  const decisions = await decisionsAbout(within, pages, broughtBack?.documents ?? []);
  const learned = await learnedSince(within, decisions.firstCorrectedAt);
  const shared = files.flatMap(({ sha256, is_shared: isShared }) => (isShared && sha256 !== null ? [sha256] : []));
  const plan: PurgePlan = {
    scope: scope.fileIds === 'all' ? 'case' : 'papers',
    reason,
    caseKey,
    heldSince: (known?.opened_at ?? new Date()).toISOString(),
    counts: {
      files: files.length,
      documents: documents.length,
      artifacts: await artifactsOf(within, fileIds),
      decisions: decisions.seqs.length,
      keys: keys.length,
      learnedModels: withLearning ? learned.length : 0,
      learnedModelsKept: withLearning ? 0 : learned.length,
    },
    originals,
    sharedOriginals: [...new Set(shared)].sort(),
    documents: documents.filter(({ sha256 }) => pages.has(sha256 ?? '')).map(({ id }) => id),
  };
  return { plan, keys, fileIds, decisions: decisions.seqs, learnedModels: withLearning ? learned : [] };
}

/** The files of the case or, of single ones, all that brought the same bytes into it; and whether another case has those bytes too. */
async function filesOf(within: Transaction<Tables>, { caseId, fileIds }: PurgeScope) {
  const which =
    fileIds === 'all'
      ? sql`true`
      : sql`(id = any(${fileIds}::uuid[]) or sha256 in (
          select sha256 from files where id = any(${fileIds}::uuid[]) and case_id = ${caseId}))`;
  const { rows } = await sql`
    select id, sha256, page_count, exists (
      select from files as other where other.sha256 = files.sha256 and other.case_id <> files.case_id) as is_shared
    from files where case_id = ${caseId} and ${which} order by position`.execute(within);
  return z.array(fileSchema).parse(rows);
}

/** Bytes that no file has. */
async function orphansAmong(within: Transaction<Tables>, originals: readonly string[]): Promise<string[]> {
  const { rows } = await sql`
    select sha256 from unnest(${originals}::text[]) as gone (sha256)
    where not exists (select from files where files.sha256 = gone.sha256)`.execute(within);
  return z
    .array(z.object({ sha256: z.string() }))
    .parse(rows)
    .map(({ sha256 }) => sha256);
}

/** How many pages each of the bytes have. */
function pagesByHash(files: readonly z.infer<typeof fileSchema>[]): Map<string, number> {
  const pages = new Map<string, number>();
  for (const { sha256, page_count: count } of files)
    if (sha256 !== null) pages.set(sha256, Math.max(pages.get(sha256) ?? 0, count ?? 0));
  return pages;
}

async function documentsOf(within: Transaction<Tables>, fileIds: readonly string[]) {
  const { rows } = await sql`
    select distinct documents.id, files.sha256 from documents join files on files.id = file_id
    where file_id = any(${fileIds}::uuid[]) order by documents.id`.execute(within);
  return z.array(z.object({ id: z.string(), sha256: z.string().nullable() })).parse(rows);
}

/** The keys of these bytes, and of the case if it goes. */
async function keysOf(
  within: Transaction<Tables>,
  originals: readonly string[],
  caseId: string | undefined,
): Promise<string[]> {
  const ids = [...originals.map((sha256) => `file:${sha256}`), ...(caseId === undefined ? [] : [`case:${caseId}`])];
  const { rows } = await sql`select id from keys where id = any(${ids}::text[])`.execute(within);
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

async function artifactsOf(within: Transaction<Tables>, fileIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    select count(*)::integer as count from artifacts where file_id = any(${fileIds}::uuid[])`.execute(within);
  return z.object({ count: z.number() }).parse(rows[0]).count;
}

const decisionSchema = z.object({
  seq: z.string(),
  at: z.date(),
  kind: z.string(),
  document: z.string().nullable(),
  sha256: z.string().nullable(),
});

/** Decisions about these bytes, also about documents into which they were cut earlier. */
async function decisionsAbout(
  within: Transaction<Tables>,
  pages: ReadonlyMap<string, number>,
  documents: readonly string[],
) {
  const { rows } = await sql`select seq, at, kind, document, sha256 from decisions order by seq`.execute(within);
  const all = z.array(decisionSchema).parse(rows);
  const decided = new Set(all.flatMap(({ document }) => document ?? []));
  const ours = new Set<string>(documents);
  if (decided.size > 0)
    for (const [sha256, count] of pages)
      for (const id of documentIdsOf(sha256, count)) if (decided.has(id)) ours.add(id);
  const about = all.filter(({ document, sha256 }) => ours.has(document ?? '') || pages.has(sha256 ?? ''));
  return {
    seqs: about.map(({ seq }) => seq),
    firstCorrectedAt: about.find(({ kind }) => kind === 'correct')?.at,
  };
}

/** Models that may have learned from a correction that was made then. */
async function learnedSince(within: Transaction<Tables>, at: Date | undefined): Promise<string[]> {
  if (at === undefined) return [];
  const rows = await within.selectFrom('learned_models').select('seq').where('at', '>=', at).execute();
  return rows.map(({ seq }) => seq);
}

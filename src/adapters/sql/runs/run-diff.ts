import { sql } from 'kysely';
import { z } from 'zod';
import { changeSchema, type ListedChange, listedSchema, type RunCounts } from '#ports/runs.ts';
import type { Executor } from '../work/work-row.ts';

const COUNTED = ['type', 'issue_date', 'language', 'score', 'status'] as const;
const number = z.coerce.number();
const countsSchema = z.object({
  type: number,
  issue_date: number,
  language: number,
  score: number,
  status: number,
  added: number,
  gone: number,
  in_force: number,
  left: number,
});
const byChangeSchema = z.array(z.object({ change: changeSchema, documents: number }));
const flagsSchema = z.array(z.object({ flag: z.string(), gained: number, lost: number }));
const typesSchema = z.array(
  z.object({ before: z.string().nullable(), after: z.string().nullable(), documents: number }),
);

/** `RunStore.counts`: told by the columns in clear. */
export async function countsOf(db: Executor, runId: string): Promise<RunCounts> {
  const [totals, byChange, flags, types] = await Promise.all([
    totalsOf(db, runId),
    sql`select change, count(*) as documents from run_changes where run_id = ${runId} group by change`.execute(db),
    flagsOf(db, runId),
    sql`
      select was.type as before, now.type as after, count(*) as documents from ${changed(runId)}
      where was.type is distinct from now.type and was.id is not null and now.id is not null
      group by was.type, now.type order by documents desc, before, after`.execute(db),
  ]);
  const { issue_date: issueDate, in_force: inForce, ...rest } = totals;
  return {
    ...rest,
    issueDate,
    inForce,
    byChange: {
      ...{ same: 0, details: 0, changed: 0 },
      ...Object.fromEntries(byChangeSchema.parse(byChange.rows).map(({ change, documents }) => [change, documents])),
    },
    gained: Object.fromEntries(flags.filter(({ gained }) => gained > 0).map(({ flag, gained }) => [flag, gained])),
    lost: Object.fromEntries(flags.filter(({ lost }) => lost > 0).map(({ flag, lost }) => [flag, lost])),
    types: typesSchema.parse(types.rows),
  };
}

/** The documents of a run that say something else, as they were and as they are. */
const changed = (runId: string) => sql`
  (select * from run_changes where run_id = ${runId} and change = 'changed') as change
  left join artifacts as was on was.id = change.artifacts_before
  left join artifacts as now on now.id = change.artifacts_after`;

async function totalsOf(db: Executor, runId: string): Promise<z.infer<typeof countsSchema>> {
  const differs = COUNTED.map(
    (column) => sql`count(*) filter (where was.id is not null and now.id is not null
      and ${sql.ref(`was.${column}`)} is distinct from ${sql.ref(`now.${column}`)}) as ${sql.ref(column)}`,
  );
  const { rows } = await sql`
    select ${sql.join(differs)},
      count(*) filter (where change.artifacts_before is null) as added,
      count(*) filter (where change.artifacts_after is null) as gone,
      (select count(*) from run_changes where run_id = ${runId} and state = 'in-force') as in_force,
      (select count(*) from run_changes where run_id = ${runId} and state = 'left') as left
    from ${changed(runId)}`.execute(db);
  return countsSchema.parse(rows[0]);
}

async function flagsOf(db: Executor, runId: string): Promise<z.infer<typeof flagsSchema>> {
  const { rows } = await sql`
    select flag, count(*) filter (where not had) as gained, count(*) filter (where had) as lost
    from ${changed(runId)}, lateral (
      select flag, false as had from unnest(now.flags) as flag where not flag = any(was.flags)
      union all
      select flag, true as had from unnest(was.flags) as flag where not flag = any(now.flags)) as difference
    where was.id is not null and now.id is not null
    group by flag order by flag`.execute(db);
  return flagsSchema.parse(rows);
}

const listed = listedSchema.nullable();
const changeRowSchema = z.object({ document: z.string(), case_name: z.string(), before: listed, after: listed });

/** `RunStore.changes`. */
export async function changesOf(db: Executor, runId: string, limit: number): Promise<ListedChange[]> {
  const columns = (of: 'was' | 'now') => sql`case when ${sql.ref(`${of}.id`)} is null then null else json_build_object(
    'status', ${sql.ref(`${of}.status`)}, 'type', ${sql.ref(`${of}.type`)}, 'language', ${sql.ref(`${of}.language`)},
    'issueDate', ${sql.ref(`${of}.issue_date`)}, 'score', ${sql.ref(`${of}.score`)}, 'flags', ${sql.ref(`${of}.flags`)},
    'pageFrom', ${sql.ref(`${of}.page_from`)}, 'pageTo', ${sql.ref(`${of}.page_to`)}) end`;
  const { rows } = await sql`
    select coalesce(now.document, was.document) as document, cases.name as case_name,
      ${columns('was')} as before, ${columns('now')} as after
    from ${changed(runId)} join files on files.id = change.file_id join cases on cases.id = files.case_id
    where was.id is not null or now.id is not null
    order by files.position, change.page_from limit ${limit}`.execute(db);
  return z
    .array(changeRowSchema)
    .parse(rows)
    .map(({ case_name: caseName, ...row }) => ({ ...row, caseName }));
}

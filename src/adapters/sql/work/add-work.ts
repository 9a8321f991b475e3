import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { NewWork, WorkItem } from '#ports/work-queue.ts';
import { CLASS_NUMBERS, type Executor, ITEM_COLUMNS, itemSchema } from './work-row.ts';

/** A statement as long as this holds nobody up. */
const LOT = 500;

/** `WorkStore.add`, within a transaction too. */
export async function addWork(db: Executor, items: readonly NewWork[]): Promise<WorkItem[]> {
  const unique = [...new Map(items.map((item) => [`${item.kind} ${item.subject}`, item])).values()];
  const ready: WorkItem[] = [];
  for (let start = 0; start < unique.length; start += LOT)
    ready.push(...(await addLot(db, unique.slice(start, start + LOT))));
  return ready;
}

const addedSchema = z.object({ is_ready: z.boolean() }).and(itemSchema);

/**
 * The rank counts on from the work that is due next: a case that comes later takes turns with those that are under way, and can't starve what is
 * left of them. Rows go in by subject, so that two who add the same wait for each other and not both.
 */
async function addLot(db: Executor, lot: readonly NewWork[]): Promise<WorkItem[]> {
  const { rows } = await sql`
    with incoming as (
      select id, kind, subject, case_id, class, nth
      from unnest(
        ${lot.map(() => randomUUID())}::uuid[], ${lot.map(({ kind }) => kind)}::text[],
        ${lot.map(({ subject }) => subject)}::uuid[], ${lot.map(({ caseId }) => caseId)}::uuid[],
        ${lot.map(({ workClass }) => CLASS_NUMBERS[workClass])}::smallint[]
      ) with ordinality as lot (id, kind, subject, case_id, class, nth)),
    floors as (
      select class, coalesce(
        (select rank from work where work.class = classes.class and state = 'ready' and due_at <= now()
         order by rank limit 1), 1) - 1 as rank
      from (select distinct class from incoming) as classes),
    waiting as (
      select case_id, count(*) as items from work
      where state = 'ready' and case_id in (select case_id from incoming) group by case_id)
    insert into work as kept (id, kind, subject, case_id, class, rank, offered_at)
    select id, kind, subject, case_id, class,
      floors.rank + coalesce(waiting.items, 0)
        + row_number() over (partition by class, coalesce(case_id, subject) order by nth),
      now() + nth * interval '1 microsecond'
    from incoming join floors using (class) left join waiting using (case_id)
    order by kind, subject
    on conflict (kind, subject) do update set
      asked_again = kept.asked_again or kept.state = 'running',
      attempts = case kept.state when 'dead' then 0 else kept.attempts end,
      due_at = case kept.state when 'dead' then now() else kept.due_at end,
      failure = case kept.state when 'dead' then null else kept.failure end,
      died_at = null,
      rank = case when kept.state = 'dead' or excluded.class < kept.class then excluded.rank else kept.rank end,
      class = least(kept.class, excluded.class),
      state = case kept.state when 'dead' then 'ready' else kept.state end
    returning ${ITEM_COLUMNS}, state = 'ready' and due_at <= now() as is_ready`.execute(db);
  const byPlace = new Map(lot.map(({ kind, subject }, place) => [`${kind} ${subject}`, place]));
  const place = ({ kind, subject }: WorkItem): number => byPlace.get(`${kind} ${subject}`) ?? 0;
  return rows
    .filter((row) => addedSchema.parse(row).is_ready)
    .map((row) => itemSchema.parse(row))
    .sort((one, other) => place(one) - place(other));
}

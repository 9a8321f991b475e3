import { type RawBuilder, sql } from 'kysely';
import type { WorkItem } from '#ports/work-queue.ts';
import { type Executor, ITEM_COLUMNS, itemSchema, milliseconds, PAUSED, WITHOUT_SYNC } from './work-row.ts';

const MAY_BEGIN = sql`state = 'ready' and due_at <= now() and not exists (select from meta where key = ${PAUSED})`;

/** Who takes it, and for how long. */
interface Claim {
  readonly owner: string;
  readonly leaseMs: number;
}

/** Takes the most important item that is ready and that nobody else is taking just now. */
export function claimNext(db: Executor, claim: Claim): Promise<WorkItem | undefined> {
  const next = sql`(
    select id from work where ${MAY_BEGIN} order by class, rank, offered_at limit 1 for update skip locked)`;
  return take(db, claim, sql`id = ${next}`);
}

/** Takes one item if it is ready, or this owner's already. */
export function claimOne(db: Executor, id: string, claim: Claim): Promise<WorkItem | undefined> {
  return take(db, claim, sql`id = ${id} and (${MAY_BEGIN} or (state = 'running' and owner = ${claim.owner}))`);
}

/** A try is counted when it begins: one that takes the whole process down counts too. */
async function take(
  db: Executor,
  { owner, leaseMs }: Claim,
  which: RawBuilder<unknown>,
): Promise<WorkItem | undefined> {
  const { rows } = await sql`
    update work set state = 'running', owner = ${owner}, lease_until = now() + ${milliseconds(leaseMs)},
      attempts = attempts + case state when 'ready' then 1 else 0 end,
      begun_at = case state when 'ready' then now() else begun_at end,
      asked_again = asked_again and state = 'running'
    where ${which} and ${WITHOUT_SYNC}
    returning id, kind, subject, case_id, class, rank, attempts - 1 as attempts`.execute(db);
  return rows[0] === undefined ? undefined : itemSchema.parse(rows[0]);
}

/** What is ready and due, most important first. */
export async function readyWork(db: Executor, limit: number): Promise<WorkItem[]> {
  const { rows } = await sql`
    select ${ITEM_COLUMNS} from work where state = 'ready' and due_at <= now()
    order by class, rank, offered_at limit ${limit}`.execute(db);
  return rows.map((row) => itemSchema.parse(row));
}

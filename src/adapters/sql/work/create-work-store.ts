import { sql } from 'kysely';
import { z } from 'zod';
import type { WorkClass, WorkKind } from '#domain/work-kind.ts';
import type { DeadWork, FoundWork, WorkCounts, WorkStore } from '#ports/work-queue.ts';
import { addWork } from './add-work.ts';
import { claimNext, claimOne, readyWork } from './claim-work.ts';
import { buryWork, finishWorkUnsynced, putOffWork, releaseWork, reviveWork } from './settle-work.ts';
import {
  CLASS_NUMBERS,
  type Executor,
  ITEM_COLUMNS,
  itemSchema,
  milliseconds,
  PAUSED,
  WITHOUT_SYNC,
} from './work-row.ts';

/** The rows of the table `work`; many processes may share them. */
export function createWorkStore(db: Executor): WorkStore {
  return {
    add: (items) => db.transaction().execute((transaction) => addWork(transaction, items)),
    claim: (owner, leaseMs) => claimNext(db, { owner, leaseMs }),
    claimOne: (id, owner, leaseMs) => claimOne(db, id, { owner, leaseMs }),
    renew: (ids, owner, leaseMs) => renew(db, { ids, owner, leaseMs }),
    putOff: (id, owner, failure) => putOffWork(db, { id, owner }, { ...failure, isCounted: true }),
    giveBack: (id, owner, failure) => putOffWork(db, { id, owner }, { ...failure, isCounted: false }),
    bury: (id, owner, { code }) => buryWork(db, { id, owner }, code),
    finish: (id, owner) => finishWorkUnsynced(db, { id, owner }),
    find: (kind, subject) => find(db, kind, subject),
    owners: () => owners(db),
    releaseExpired: () => releaseWork(db),
    releaseOwner: (owner) => releaseWork(db, owner),
    ready: (limit) => readyWork(db, limit),
    nextDueMs: () => nextDueMs(db),
    counts: (workClass) => counts(db, workClass),
    dead: () => dead(db),
    revive: (ids) => reviveWork(db, ids),
    setPaused: (isPaused) => setPaused(db, isPaused),
    isPaused: async () =>
      (await db.selectFrom('meta').select('key').where('key', '=', PAUSED).executeTakeFirst()) !== undefined,
  };
}

async function renew(
  db: Executor,
  { ids, owner, leaseMs }: { readonly ids: readonly string[]; readonly owner: string; readonly leaseMs: number },
): Promise<void> {
  await sql`
    update work set lease_until = now() + ${milliseconds(leaseMs)}
    where id = any(${ids}::uuid[]) and owner = ${owner} and state = 'running' and ${WITHOUT_SYNC}`.execute(db);
}

const foundSchema = z.object({
  id: z.string(),
  state: z.enum(['ready', 'running', 'dead']),
  failure: z.string().nullable(),
});

async function find(db: Executor, kind: WorkKind, subject: string): Promise<FoundWork | undefined> {
  const { rows } = await sql`
    select id, state, failure from work where kind = ${kind} and subject = ${subject}`.execute(db);
  return foundSchema.optional().parse(rows[0]);
}

async function owners(db: Executor): Promise<string[]> {
  const { rows } = await sql`select distinct owner from work where state = 'running' order by owner`.execute(db);
  return z
    .array(z.object({ owner: z.string() }))
    .parse(rows)
    .map(({ owner }) => owner);
}

async function nextDueMs(db: Executor): Promise<number | undefined> {
  const { rows } = await sql`
    select extract(epoch from min(due_at) - now())::float8 * 1000 as due from work
    where state = 'ready' and due_at > now()`.execute(db);
  return z.object({ due: z.number().nullable() }).optional().parse(rows[0])?.due ?? undefined;
}

const countsSchema = z.record(z.enum(['ready', 'running', 'later', 'dead']), z.coerce.number());

async function counts(db: Executor, workClass?: WorkClass): Promise<WorkCounts> {
  const which = workClass === undefined ? sql`true` : sql`class = ${CLASS_NUMBERS[workClass]}`;
  const { rows } = await sql`
    select count(*) filter (where state = 'ready' and due_at <= now()) as ready,
      count(*) filter (where state = 'running') as running,
      count(*) filter (where state = 'ready' and due_at > now()) as later,
      count(*) filter (where state = 'dead') as dead
    from work where ${which}`.execute(db);
  return countsSchema.parse(rows[0]);
}

const deadSchema = z.object({ failure: z.string(), died_at: z.date() });

async function dead(db: Executor): Promise<DeadWork[]> {
  const { rows } = await sql`
    select ${ITEM_COLUMNS}, failure, died_at from work where state = 'dead' order by died_at desc, id`.execute(db);
  return rows.map((row) => {
    const { failure: code, died_at: at } = deadSchema.parse(row);
    return { ...itemSchema.parse(row), code, at };
  });
}

async function setPaused(db: Executor, isPaused: boolean): Promise<void> {
  if (!isPaused) await db.deleteFrom('meta').where('key', '=', PAUSED).execute();
  else
    await db
      .insertInto('meta')
      .values({ key: PAUSED, value: 'true' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

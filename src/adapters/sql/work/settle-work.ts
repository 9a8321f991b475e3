import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { FinishedWork } from '#ports/work-queue.ts';
import { type Executor, milliseconds, WITHOUT_SYNC } from './work-row.ts';

/** An item, and who worked on it. */
export interface OwnedWork {
  readonly id: string;
  readonly owner: string;
}

const ours = ({ id, owner }: OwnedWork): RawBuilder<unknown> =>
  sql`id = ${id} and owner = ${owner} and state = 'running'`;

const readyAgain = sql`state = 'ready', owner = null, lease_until = null`;

/**
 * The work is done: its row goes, with the transaction in which its results come. `lost` means that somebody else has taken it over, and that this
 * transaction is to be rolled back.
 */
export function finishWork(db: Executor, work: OwnedWork): Promise<FinishedWork> {
  return remove(db, ours(work));
}

/** The same for work whose results are safe already: should a crash bring the row back, the work is only done again. */
export function finishWorkUnsynced(db: Executor, work: OwnedWork): Promise<FinishedWork> {
  return remove(db, sql`${ours(work)} and ${WITHOUT_SYNC}`);
}

async function remove(db: Executor, which: RawBuilder<unknown>): Promise<FinishedWork> {
  const { rows } = await sql`
    with mine as (select id, asked_again from work where ${which} for update),
    gone as (delete from work using mine where work.id = mine.id and not mine.asked_again),
    again as (
      update work set ${readyAgain}, asked_again = false, attempts = 0, failure = null, due_at = now()
      from mine where work.id = mine.id and mine.asked_again)
    select asked_again from mine`.execute(db);
  const isAskedAgain = z.object({ asked_again: z.boolean() }).optional().parse(rows[0])?.asked_again;
  if (isAskedAgain === undefined) return 'lost';
  return isAskedAgain ? 'again' : 'done';
}

export interface PutOff {
  readonly code: string;
  readonly afterMs: number;
  /** Whether the try is one of those that are granted. */
  readonly isCounted: boolean;
}

/** Ready again after a pause; false when it was lost. */
export function putOffWork(db: Executor, work: OwnedWork, { code, afterMs, isCounted }: PutOff): Promise<boolean> {
  return change(
    db,
    sql`
    update work set ${readyAgain}, failure = ${code}, due_at = now() + ${milliseconds(afterMs)},
      attempts = attempts - ${isCounted ? 0 : 1}
    where ${ours(work)} and ${WITHOUT_SYNC}`,
  );
}

/** Dead until it is revived; false when it was lost. */
export function buryWork(db: Executor, work: OwnedWork, code: string): Promise<boolean> {
  return change(
    db,
    sql`
    update work set state = 'dead', owner = null, lease_until = null, failure = ${code}, died_at = now()
    where ${ours(work)}`,
  );
}

/** Ready again is what somebody began who is gone: all whose lease is over, or all of one owner; how many. */
export async function releaseWork(db: Executor, owner?: string): Promise<number> {
  const whose = owner === undefined ? sql`lease_until < now()` : sql`owner = ${owner}`;
  const { numAffectedRows = 0n } = await sql`
    update work set ${readyAgain} where state = 'running' and ${whose}`.execute(db);
  return Number(numAffectedRows);
}

/** Makes dead items ready again; how many. */
export async function reviveWork(db: Executor, ids?: readonly string[]): Promise<number> {
  const which = ids === undefined ? sql`true` : sql`id = any(${ids}::uuid[])`;
  const { numAffectedRows = 0n } = await sql`
    update work set state = 'ready', attempts = 0, failure = null, died_at = null, due_at = now()
    where state = 'dead' and ${which}`.execute(db);
  return Number(numAffectedRows);
}

async function change(db: Executor, query: RawBuilder<unknown>): Promise<boolean> {
  return ((await query.execute(db)).numAffectedRows ?? 0n) > 0n;
}

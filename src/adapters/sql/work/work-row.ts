import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type WorkClass, workKindSchema } from '#domain/work-kind.ts';
import type { WorkItem } from '#ports/work-queue.ts';
import type { Tables } from '../tables.ts';

/** A database or a transaction of it. */
export type Executor = Kysely<Tables>;

/** Lower is more important. */
export const CLASS_NUMBERS: Readonly<Record<WorkClass, number>> = { live: 0, archive: 1 };

/** What of a row makes a `WorkItem`. */
export const ITEM_COLUMNS: RawBuilder<unknown> = sql`id, kind, subject, case_id, class, rank, attempts`;

export const itemSchema = z
  .object({
    id: z.string(),
    kind: workKindSchema,
    subject: z.string(),
    case_id: z.string().nullable(),
    class: z.union([z.literal(0), z.literal(1)]),
    rank: z.number(),
    attempts: z.number(),
  })
  .transform(
    ({ case_id: caseId, class: number, ...row }): WorkItem => ({ ...row, caseId, workClass: classOf(number) }),
  );

function classOf(number: 0 | 1): WorkClass {
  return number === 0 ? 'live' : 'archive';
}

/** The key in `meta` that is there while work is paused. */
export const PAUSED = 'work-paused';

/** True, and lets this statement's transaction end without waiting for the disk: a claim that a crash takes back is only made again. */
export const WITHOUT_SYNC: RawBuilder<unknown> = sql`set_config('synchronous_commit', 'off', true) is not null`;

export function milliseconds(count: number): RawBuilder<unknown> {
  return sql`make_interval(secs => ${count / 1000})`;
}

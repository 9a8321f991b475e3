import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { WorkClass, WorkItem } from '#ports/work-queue.ts';
import type { Tables } from './tables.ts';

/** Classes as the table orders them: the smaller, the earlier. */
export const CLASS_ORDER: Readonly<Record<WorkClass, number>> = { live: 0, archive: 1 };

/**
 * Adds what is not there yet, within the transaction of whoever wants it done. An item that is dead is alive again; one that is under way is left alone.
 */
export async function addWork(
  within: Kysely<Tables>,
  items: readonly Omit<WorkItem, 'id' | 'attempts' | 'rank'>[],
): Promise<void> {
  for (const { kind, subject, caseId, workClass } of items) {
    const order = CLASS_ORDER[workClass];
    await within
      .insertInto('work')
      .values({
        id: randomUUID(),
        kind,
        subject,
        case_id: caseId,
        class: order,
        // Behind what its own case waits for, level with what other cases do: so that cases take turns.
        rank: sql<number>`(select count(*) + 1 from work where class = ${order} and state = 'ready' and case_id is not distinct from ${caseId})`,
        state: 'ready',
      })
      .onConflict((same) =>
        same
          .columns(['kind', 'subject'])
          .doUpdateSet({ state: 'ready', attempts: 0, failure: null, due_at: sql`now()` })
          .where('work.state', '=', 'dead'),
      )
      .execute();
  }
}

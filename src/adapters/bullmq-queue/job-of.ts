import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { WorkItem } from '#ports/work-queue.ts';

/** All that Redis ever holds of an item: its id. */
const payloadSchema = z.strictObject({ id: z.uuid() });
export type Payload = z.infer<typeof payloadSchema>;

export interface OfferedJob {
  readonly name: string;
  readonly data: Payload;
  readonly opts: JobsOptions;
}

/** BullMQ knows priorities up to 2 097 151; archives take the upper half. */
const HIGHEST_RANK = 1_000_000;

/**
 * The job of an item. Its id is made of the item's, so that what is offered twice is there once; it goes as soon as it ended, whatever the end, since a
 * job that is kept would keep its item from being offered again.
 */
export function jobOf({ id, workClass, rank }: WorkItem): OfferedJob {
  const within = Math.min(Math.max(rank, 1), HIGHEST_RANK);
  return {
    name: 'work',
    data: { id },
    opts: {
      // BullMQ takes ids of digits only for its own.
      jobId: `work-${id}`,
      priority: workClass === 'live' ? within : HIGHEST_RANK + within,
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

/** The id of the item; undefined for a job that is none of ours. */
export function itemIdOf(data: unknown): string | undefined {
  return payloadSchema.safeParse(data).data?.id;
}

import { asFailure } from '#domain/failure.ts';
import type { Keeping } from '../keeping/open-keeping.ts';
import { openQueue } from '../keeping/open-queue.ts';

/** More is offered when workers look again. */
const OFFERED = 1_000;

/** Lets workers elsewhere know that there is work. One that hears nothing looks by itself after a while, so a queue that is away is no failure. */
export async function tellQueue(keeping: Keeping): Promise<void> {
  try {
    const queue = await openQueue(keeping);
    try {
      await queue.offer(await keeping.work.ready(OFFERED));
    } finally {
      await queue.close();
    }
  } catch (error) {
    if (asFailure(error).code !== 'queue-away') throw error;
  }
}

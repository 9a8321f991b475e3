import type { WorkStore } from '#ports/work-queue.ts';

/** Whether nothing waits, runs or is put off any more, here or elsewhere. */
export async function isAllDone(store: WorkStore): Promise<boolean> {
  const { ready, running, later } = await store.counts();
  return ready + running + later === 0;
}

import type { WorkStore } from '#ports/work-queue.ts';
import { isGone } from './work-owner.ts';

/** Makes ready again what dead processes of this machine had begun, and what other machines hold longer than their lease; how many. */
export async function releaseAbandoned(store: WorkStore): Promise<number> {
  let released = await store.releaseExpired();
  for (const owner of await store.owners()) if (isGone(owner)) released += await store.releaseOwner(owner);
  return released;
}

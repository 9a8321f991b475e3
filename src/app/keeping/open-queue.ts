import { createBullmqQueue } from '#adapters/bullmq-queue/create-bullmq-queue.ts';
import { createEmbeddedQueue } from '#adapters/embedded-queue/create-embedded-queue.ts';
import { workOwner } from '#adapters/work-upkeep/work-owner.ts';
import type { LiasseFailure } from '#domain/failure.ts';
import type { WorkQueue } from '#ports/work-queue.ts';
import { type KeepingPlaces, keepingPlaces } from '../config.ts';
import { checkInstallation } from './check-installation.ts';
import type { Keeping } from './open-keeping.ts';

/** Hands out the work of what is kept: BullMQ when there is a Redis, else straight from the database. Throws `stores-not-shared`. */
export async function openQueue(
  keeping: Keeping,
  {
    places = keepingPlaces(),
    onTrouble = () => undefined,
  }: { readonly places?: KeepingPlaces; readonly onTrouble?: (failure: LiasseFailure) => void } = {},
): Promise<WorkQueue> {
  const { redisUrl } = places;
  const store = keeping.work;
  if (redisUrl === undefined) return createEmbeddedQueue({ store, owner: workOwner(), onTrouble });
  const installation = await checkInstallation(keeping, places);
  return createBullmqQueue({ store, redisUrl, installation: `liasse-${installation}`, onTrouble });
}

import { hostname } from 'node:os';
import type { Keeping } from './open-keeping.ts';
import type { OwnedItem } from './process-received.ts';

/** Long enough for a process that is held up, short enough for whoever waits for a dead one. */
export const LEASE_MS = 30_000;

/** Who this process is to others that share the database: its machine, its number, when it started. */
export const OWNER = `${hostname()}:${process.pid}:${Math.round(performance.timeOrigin)}`;

/** Does an item of work while holding its lease; false when somebody else has it, or it is not due. */
export async function withLease(
  { work }: Pick<Keeping, 'work'>,
  id: string,
  perform: (item: OwnedItem) => Promise<void>,
): Promise<boolean> {
  const item = await work.claimOne(id, OWNER, LEASE_MS);
  if (item === undefined) return false;
  const renewing = setInterval(() => {
    work.renew([id], OWNER, LEASE_MS).catch(() => undefined);
  }, LEASE_MS / 3);
  try {
    await perform({ id, subject: item.subject, owner: OWNER });
    return true;
  } catch (error) {
    await work.giveBack(id, OWNER, { code: 'cancelled', afterMs: 0 }).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

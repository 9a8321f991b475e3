import { asFailure, type FailureCode, failureCodeSchema, LiasseFailure } from '#domain/failure.ts';
import type { WorkClass, WorkKind } from '#domain/work-kind.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { DeadWork, WorkCounts } from '#ports/work-queue.ts';
import type { Keeping } from './open-keeping.ts';
import { openQueue } from './open-queue.ts';

/** Work that was put aside, and what it is about. */
export interface DeadView {
  readonly id: string;
  readonly kind: WorkKind;
  /** Name of the file or case; null for a run, and for what is gone. */
  readonly about: string | null;
  readonly code: FailureCode;
  readonly tries: number;
  readonly at: Date;
}

/** What waits, what is under way and what was put aside. */
export interface QueueView {
  readonly isPaused: boolean;
  readonly counts: Readonly<Record<WorkClass, WorkCounts>>;
  readonly dead: readonly DeadView[];
}

/** More are counted, not shown. */
const SHOWN = 200;

export async function lookAtQueue(keeping: Keeping): Promise<QueueView> {
  const { work } = keeping;
  const [isPaused, live, archive, dead] = await Promise.all([
    work.isPaused(),
    work.counts('live'),
    work.counts('archive'),
    work.dead(),
  ]);
  const views = await Promise.all(dead.slice(0, SHOWN).map((item) => viewOf(item, keeping)));
  return { isPaused, counts: { live, archive }, dead: views };
}

async function viewOf(item: DeadWork, keeping: Keeping): Promise<DeadView> {
  const { id, kind, code, attempts: tries, at } = item;
  const about = await nameOf(item, keeping);
  return { id, kind, about, code: failureCodeSchema.catch('internal-error').parse(code), tries, at };
}

async function nameOf({ kind, subject }: DeadWork, { files, cases }: Keeping): Promise<string | null> {
  if (kind === 'run') return null;
  return (await (kind === 'file' ? files.find(subject) : cases.byId(subject)))?.name ?? null;
}

/** Where it is done; `telemetry` is told. */
export interface AtQueue {
  readonly keeping: Keeping;
  readonly telemetry?: Telemetry | undefined;
}

/** Whether Redis was told too; until it was, workers ask the database all the same. */
export type Told = 'told' | 'redis-away';

/** No work is begun anywhere from now on, or is again. */
export async function setQueuePaused({ keeping, telemetry }: AtQueue, isPaused: boolean): Promise<Told> {
  const told = await telling(keeping, (queue) => (isPaused ? queue.pause() : queue.resume()));
  telemetry?.tell({ event: isPaused ? 'queue-paused' : 'queue-resumed' });
  await keeping.audit.append([{ action: isPaused ? 'queue-paused' : 'queue-resumed', subject: 'queue', detail: {} }]);
  return told;
}

/**
 * Makes work ready again that was put aside: that whose ids begin so, or all when none are given; how many. Throws `work-unknown` before anything is
 * changed.
 */
export async function retryDead({ keeping, telemetry }: AtQueue, prefixes: readonly string[]): Promise<number> {
  const dead = await keeping.work.dead();
  const ids = prefixes.map((prefix) => {
    const [found, other] = dead.filter(({ id }) => id.startsWith(prefix.toLowerCase()));
    if (found === undefined || other !== undefined) throw new LiasseFailure('work-unknown', prefix);
    return found.id;
  });
  const revived = await keeping.work.revive(prefixes.length === 0 ? undefined : ids);
  await telling(keeping, async (queue) => queue.offer(await keeping.work.ready(revived)));
  if (revived > 0) {
    telemetry?.tell({ event: 'work-revived', items: revived });
    await keeping.audit.append([{ action: 'work-retried', subject: 'queue', detail: { items: revived } }]);
  }
  return revived;
}

/** With Redis away, the database has been told, and Redis learns of it when it is back. */
async function telling(
  keeping: Keeping,
  tell: (queue: Awaited<ReturnType<typeof openQueue>>) => Promise<void>,
): Promise<Told> {
  const queue = await openQueue(keeping);
  try {
    await tell(queue);
    return 'told';
  } catch (error) {
    if (asFailure(error).code !== 'queue-away') throw error;
    return 'redis-away';
  } finally {
    await queue.close();
  }
}

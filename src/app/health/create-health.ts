import { TooLate, unlessLate } from '#adapters/unless-late.ts';
import { asFailure, type FailureCode } from '#domain/failure.ts';
import type { StoreFigures } from '#ports/store-figures.ts';
import type { HealthPart, HealthReport } from './health-report.ts';

/** What is looked at. Each may take long or fail; that is what is found out. */
export interface HealthProbes {
  readonly work: StoreFigures['work'];
  /** Asks the blob store for something small. */
  readonly blobs: () => Promise<unknown>;
  /** Asks the queue whether it is paused. */
  readonly isPaused: () => Promise<boolean>;
  readonly lastWorkAt: () => Date | undefined;
  /** Whether this process is one that works: then it is not well when nobody does. */
  readonly isWorker: boolean;
}

export interface Health {
  /** Takes 2 s at most. Asked often, it answers what it found within the last second. */
  report(): Promise<HealthReport>;
}

const PATIENCE_MS = 2_000;
const FRESH_MS = 1_000;
/** A lease ends after half a minute, a big file is read for minutes: when nothing runs for so long, nobody works. */
const STUCK_MS = 600_000;

/** Looks at what Liasse stands on, all of it at the same time. */
export function createHealth(probes: HealthProbes): Health {
  let latest: { readonly at: number; readonly report: Promise<HealthReport> } | undefined;
  return {
    report: () => {
      if (latest === undefined || performance.now() - latest.at > FRESH_MS)
        latest = { at: performance.now(), report: lookAround(probes) };
      return latest.report;
    },
  };
}

async function lookAround(probes: HealthProbes): Promise<HealthReport> {
  const [database, blobs, queue] = await Promise.all([
    lookAt(probes.work, 'database-away'),
    lookAt(probes.blobs, 'blobs-away'),
    lookAt(probes.isPaused, 'queue-away'),
  ]);
  const work =
    database.found === undefined
      ? null
      : countWork(database.found, { isPaused: queue.found ?? false, isWorker: probes.isWorker });
  const isGood = [database.part, blobs.part, queue.part, work].every((part) => part?.status === 'ok');
  return {
    status: isGood ? 'ok' : 'broken',
    checks: {
      database: database.part,
      blobs: blobs.part,
      queue: queue.part,
      work,
      lastWork: { at: probes.lastWorkAt()?.toISOString() ?? null },
    },
  };
}

/** What a probe found, and how it went; `silence` is what it means when no answer comes. */
async function lookAt<Found>(
  probe: () => Promise<Found>,
  silence: FailureCode,
): Promise<{ readonly part: HealthPart; readonly found: Found | undefined }> {
  const startedAt = performance.now();
  const part = (code: FailureCode | null): HealthPart => ({
    status: code === null ? 'ok' : 'broken',
    code,
    ms: Math.round(performance.now() - startedAt),
  });
  try {
    const found = await unlessLate(PATIENCE_MS, probe());
    return { part: part(null), found };
  } catch (error) {
    return { part: part(error instanceof TooLate ? silence : asFailure(error).code), found: undefined };
  }
}

function countWork(
  found: Awaited<ReturnType<StoreFigures['work']>>,
  { isPaused, isWorker }: { readonly isPaused: boolean; readonly isWorker: boolean },
): NonNullable<HealthReport['checks']['work']> {
  const inState = (state: (typeof found)[number]['state']) => found.filter((entry) => entry.state === state);
  const items = (state: (typeof found)[number]['state']): number =>
    inState(state).reduce((sum, entry) => sum + entry.items, 0);
  const oldestWaitingMs = Math.round(Math.max(0, ...inState('ready').map(({ waitingMs }) => waitingMs)));
  const isStuck = isWorker && !isPaused && items('running') === 0 && oldestWaitingMs > STUCK_MS;
  return {
    status: isStuck ? 'broken' : 'ok',
    ready: items('ready'),
    running: items('running'),
    later: items('later'),
    dead: items('dead'),
    isPaused,
    oldestWaitingMs,
  };
}

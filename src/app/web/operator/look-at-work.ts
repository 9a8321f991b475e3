import { createStoreFigures } from '#adapters/sql/store-figures.ts';
import { FAILURES, type FailureCode, failureCodeSchema } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { type WorkClass, type WorkKind, workClassSchema } from '#domain/work-kind.ts';
import { lookAtQueue, retryDead, setQueuePaused, type Told } from '../../keeping/look-at-queue.ts';
import type { OperatorView } from '../../operator-view.ts';
import type { Seat } from '../seat.ts';

/** What waits and who works: counts, codes and ids. */
export interface WorkView {
  readonly isPaused: boolean;
  readonly classes: readonly {
    readonly workClass: WorkClass;
    readonly ready: number;
    readonly running: number;
    readonly later: number;
    readonly dead: number;
    /** How long the oldest that could be begun has waited. */
    readonly oldestMs: number | null;
  }[];
  /** Pages a second, over the last minutes and over the last hour. */
  readonly pagesPerSecond: { readonly now: number; readonly hour: number };
  readonly workers: readonly WorkerView[];
}

export interface WorkerView {
  readonly machine: string;
  readonly process: string;
  readonly items: readonly { readonly kind: WorkKind; readonly subject: string; readonly since: string | null }[];
  /** Nobody renewed its lease: it may be dead, and what it has is given to others. */
  readonly isLate: boolean;
}

export interface FailureRow {
  readonly id: string;
  readonly kind: WorkKind;
  readonly code: FailureCode;
  readonly message: Bilingual;
  readonly tries: number;
  readonly at: string;
}

export interface FailuresView {
  readonly total: number;
  readonly codes: readonly { readonly code: FailureCode; readonly message: Bilingual; readonly items: number }[];
  /** The latest. */
  readonly items: readonly FailureRow[];
}

const NOW_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;

export async function lookAtWork({ keeping }: Seat): Promise<WorkView> {
  const figures = createStoreFigures(keeping.db);
  const [isPaused, work, leases, now, hour] = await Promise.all([
    keeping.work.isPaused(),
    figures.work(),
    figures.leases(),
    figures.pagesDone(NOW_MS),
    figures.pagesDone(HOUR_MS),
  ]);
  const classes = workClassSchema.options.map((workClass) => {
    const of = (state: string) => work.find((entry) => entry.workClass === workClass && entry.state === state);
    const items = (state: string): number => of(state)?.items ?? 0;
    const oldestMs = of('ready')?.waitingMs;
    return {
      ...{ workClass, ready: items('ready'), running: items('running'), later: items('later'), dead: items('dead') },
      oldestMs: oldestMs === undefined ? null : Math.round(oldestMs),
    };
  });
  const perSecond = (pages: number, ms: number): number => pages / (ms / 1000);
  return {
    ...{ isPaused, classes, workers: workersOf(leases) },
    pagesPerSecond: { now: perSecond(now, NOW_MS), hour: perSecond(hour, HOUR_MS) },
  };
}

type Lease = Awaited<ReturnType<ReturnType<typeof createStoreFigures>['leases']>>[number];

function workersOf(leases: readonly Lease[]): WorkerView[] {
  return [...Map.groupBy(leases, ({ owner }) => owner)].map(([owner, held]) => {
    const [machine = owner, process = ''] = owner.split(':');
    return {
      // After the tilde stands the namespace of its process ids.
      ...{ machine: machine.split('~', 1)[0] ?? machine, process },
      items: held.map(({ kind, subject, begunAt }) => ({ kind, subject, since: begunAt?.toISOString() ?? null })),
      isLate: held.some(({ leaseUntil }) => leaseUntil.getTime() < Date.now()),
    };
  });
}

/** What was put aside, and why. */
export async function lookAtFailures({ keeping }: Seat): Promise<FailuresView> {
  const [{ dead }, codes] = await Promise.all([lookAtQueue(keeping), createStoreFigures(keeping.db).dead()]);
  const known = codes.map(({ code, items }) => ({ ...explained(code), items }));
  return {
    total: known.reduce((sum, { items }) => sum + items, 0),
    codes: known,
    items: dead.map(({ id, kind, code, tries, at }) => ({
      ...{ id, kind, tries, at: at.toISOString() },
      ...explained(code),
    })),
  };
}

function explained(text: string): { readonly code: FailureCode; readonly message: Bilingual } {
  const code = failureCodeSchema.catch('internal-error').parse(text);
  return { code, message: FAILURES[code].message };
}

/** Has work tried again that was put aside: these, or all. Throws `work-unknown`. */
export async function retryWork(
  { keeping }: Seat,
  { telemetry }: OperatorView,
  ids: readonly string[] | undefined,
): Promise<{ readonly retried: number }> {
  return { retried: await retryDead({ keeping, telemetry }, ids ?? []) };
}

/** Nothing more is begun anywhere, or is again. */
export async function pauseWork(
  { keeping }: Seat,
  { telemetry }: OperatorView,
  isPaused: boolean,
): Promise<{ readonly isPaused: boolean; readonly told: Told }> {
  return { isPaused, told: await setQueuePaused({ keeping, telemetry }, isPaused) };
}

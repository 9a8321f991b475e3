import { describe, expect, it } from 'vitest';
import { createHealth, type HealthProbes } from '#app/health/create-health.ts';
import { healthReportSchema } from '#app/health/health-report.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { StoreFigures } from '#ports/store-figures.ts';

type Work = Awaited<ReturnType<StoreFigures['work']>>;

const MINUTE = 60_000;
const never = (): Promise<never> => new Promise(() => undefined);

function healthOver(changes: Partial<HealthProbes> = {}) {
  return createHealth({
    work: () => Promise.resolve([]),
    blobs: () => Promise.resolve(),
    isPaused: () => Promise.resolve(false),
    lastWorkAt: () => undefined,
    isWorker: true,
    ...changes,
  });
}

describe('health', () => {
  it('is good where everything answers, and fits its published schema', async () => {
    const at = new Date('2026-11-24T10:00:00Z');
    const report = await healthOver({ lastWorkAt: () => at }).report();
    expect(report.status).toBe('ok');
    expect(report.checks.lastWork.at).toBe('2026-11-24T10:00:00.000Z');
    expect(healthReportSchema.parse(report)).toEqual(report);
  });

  it('names what is broken and how; the others are looked at all the same', async () => {
    const report = await healthOver({ blobs: () => Promise.reject(new LiasseFailure('disk-full')) }).report();
    expect(report.status).toBe('broken');
    expect(report.checks.blobs).toMatchObject({ status: 'broken', code: 'disk-full' });
    expect(report.checks.database.status).toBe('ok');
  });

  it('waits two seconds for whatever never answers', async () => {
    const startedAt = performance.now();
    const { checks } = await healthOver({ work: never, blobs: never, isPaused: never }).report();
    expect(performance.now() - startedAt).toBeLessThan(4000);
    expect([checks.database.code, checks.blobs.code, checks.queue.code]).toEqual([
      'database-away',
      'blobs-away',
      'queue-away',
    ]);
    expect(checks.work).toBeNull();
  });

  it('looks once, however many ask at the same time', async () => {
    let looked = 0;
    const health = healthOver({
      blobs: async () => {
        looked += 1;
      },
    });
    await Promise.all(Array.from({ length: 50 }, () => health.report()));
    expect(looked).toBe(1);
  });

  it('counts work over all classes', async () => {
    const work: Work = [
      { workClass: 'live', state: 'ready', items: 2, waitingMs: 10 },
      { workClass: 'archive', state: 'ready', items: 100, waitingMs: 5000 },
      { workClass: 'archive', state: 'dead', items: 1, waitingMs: 0 },
    ];
    const { checks } = await healthOver({ work: () => Promise.resolve(work) }).report();
    expect(checks.work).toMatchObject({ status: 'ok', ready: 102, dead: 1, running: 0, oldestWaitingMs: 5000 });
  });

  it.each([
    ['nobody works', { waitingMs: 11 * MINUTE, running: 0, isPaused: false, isWorker: true }, 'broken'],
    ['somebody works', { waitingMs: 11 * MINUTE, running: 1, isPaused: false, isWorker: true }, 'ok'],
    ['it is paused', { waitingMs: 11 * MINUTE, running: 0, isPaused: true, isWorker: true }, 'ok'],
    ['others are to do it', { waitingMs: 11 * MINUTE, running: 0, isPaused: false, isWorker: false }, 'ok'],
    ['it came a minute ago', { waitingMs: MINUTE, running: 0, isPaused: false, isWorker: true }, 'ok'],
  ])('of work that waits while %s: %o is %s', async (_, { waitingMs, running, isPaused, isWorker }, status) => {
    const work: Work = [
      { workClass: 'live', state: 'ready', items: 3, waitingMs },
      { workClass: 'live', state: 'running', items: running, waitingMs: 0 },
    ];
    const report = await healthOver({
      work: () => Promise.resolve(work),
      isPaused: () => Promise.resolve(isPaused),
      isWorker,
    }).report();
    expect(report.checks.work?.status).toBe(status);
    expect(report.status).toBe(status);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPerformWork, type PerformWorkOptions, type WorkFunction } from '#app/keeping/perform-work.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { WorkItem, WorkStore } from '#ports/work-queue.ts';

const signal = new AbortController().signal;

/** A store with one row, that notes what is asked of it; what the rows of a database do is tested with the adapter. */
function oneRow(of: Partial<WorkItem> = {}, overrides: Partial<WorkStore> = {}) {
  const item: WorkItem = {
    ...{ id: randomUUID(), kind: 'file', subject: randomUUID(), caseId: null, workClass: 'live' },
    ...{ rank: 1, attempts: 0, ...of },
  };
  const calls: string[] = [];
  const noted =
    <T>(name: string, answer: T) =>
    (_id: string, owner: string, failure?: { readonly code: string }): Promise<T> => {
      calls.push([name, owner, ...(failure === undefined ? [] : [failure.code])].join(' '));
      return Promise.resolve(answer);
    };
  const no = (): never => {
    throw new Error('not asked for here');
  };
  const store: WorkStore = {
    ...{ add: no, claim: no, owners: no, releaseExpired: no, releaseOwner: no, ready: no, nextDueMs: no },
    ...{ counts: no, dead: no, find: no, revive: no, setPaused: no, isPaused: no },
    claimOne: () => Promise.resolve(item),
    renew: (ids) => {
      calls.push(`renew ${ids.length}`);
      return Promise.resolve();
    },
    putOff: noted('putOff', true),
    giveBack: noted('giveBack', true),
    bury: noted('bury', true),
    finish: noted('finish', 'done' as const),
    ...overrides,
  };
  return { item, calls, store };
}

function performing(store: WorkStore, does: WorkFunction, options: Partial<PerformWorkOptions> = {}) {
  const functions = { file: does, case: does, run: does, translation: does };
  return createPerformWork({ store, owner: 'me', functions, ...options });
}

describe('performing work', () => {
  it('gives the item to the function of its kind and removes the row afterwards', async () => {
    const { item, calls, store } = oneRow({ kind: 'case' });
    const given: unknown[] = [];
    const worker = createPerformWork({
      store,
      owner: 'me',
      functions: {
        file: () => Promise.reject(new Error('not asked for')),
        run: () => Promise.reject(new Error('not asked for')),
        translation: () => Promise.reject(new Error('not asked for')),
        case: (work) => {
          given.push(work);
          return Promise.resolve(undefined);
        },
      },
    });
    expect(await worker(item.id, signal)).toEqual({ end: 'done' });
    expect(given).toEqual([{ item, owner: 'me', signal }]);
    expect(calls).toEqual(['finish me']);
  });

  it('leaves the row alone when the function settled it in its own transaction', async () => {
    for (const [settled, outcome] of [
      ['done', { end: 'done' }],
      ['again', { end: 'later', afterMs: 0 }],
      ['lost', { end: 'lost' }],
    ] as const) {
      const { item, calls, store } = oneRow();
      expect(await performing(store, () => Promise.resolve(settled))(item.id, signal)).toEqual(outcome);
      expect(calls).toEqual([]);
    }
  });

  it('does nothing when the row is not to be had', async () => {
    const { item, store } = oneRow({}, { claimOne: () => Promise.resolve(undefined) });
    const worker = performing(store, () => Promise.reject(new Error('not to be called')));
    expect(await worker(item.id, signal)).toEqual({ end: 'lost' });
  });

  it('does not take once more what the queue has taken', async () => {
    const { item, store } = oneRow({}, { claimOne: () => Promise.reject(new Error('not to be called')) });
    expect(await performing(store, () => Promise.resolve(undefined))(item.id, signal, item)).toEqual({ end: 'done' });
  });

  it('works on one item once at a time, whatever the queue hands out', async () => {
    const { item, store } = oneRow();
    let calls = 0;
    const worker = performing(store, async () => {
      calls += 1;
      await pause(50);
      return undefined;
    });
    const outcomes = await Promise.all([worker(item.id, signal), worker(item.id, signal)]);
    expect(outcomes).toEqual([{ end: 'done' }, { end: 'lost' }]);
    expect(calls).toBe(1);
  });

  it('says that an item was lost when its failure can not be settled any more', async () => {
    const { item, store } = oneRow({}, { bury: () => Promise.resolve(false), putOff: () => Promise.resolve(false) });
    for (const failure of [new TypeError('a bug'), new LiasseFailure('page-timeout')])
      expect(await performing(store, () => Promise.reject(failure))(item.id, signal)).toEqual({ end: 'lost' });
  });

  it('buries what brought its process down again and again, without trying once more', async () => {
    const { item, calls, store } = oneRow({ attempts: 10 });
    const worker = performing(store, () => Promise.reject(new Error('not to be called')));
    expect(await worker(item.id, signal)).toEqual({ end: 'dead' });
    expect(calls).toEqual(['bury me worker-died']);
  });

  it('gives back what it was told to break off, and begins nothing more', async () => {
    const { item, calls, store } = oneRow();
    const abort = new AbortController();
    const worker = performing(store, async (work) => {
      abort.abort();
      await pause(1000, undefined, { signal: work.signal });
      return undefined;
    });
    expect(await worker(item.id, abort.signal)).toEqual({ end: 'later', afterMs: 0 });
    expect(await worker(item.id, AbortSignal.abort())).toEqual({ end: 'later', afterMs: 0 });
    expect(calls).toEqual(['giveBack me cancelled', 'giveBack me cancelled']);
  });

  it('renews the lease as long as the work takes, and no longer', async () => {
    const { item, calls, store } = oneRow();
    const worker = performing(
      store,
      async () => {
        await pause(100);
        return undefined;
      },
      { leaseMs: 60 },
    );
    await worker(item.id, signal);
    await pause(80);
    const renewals = calls.filter((call) => call === 'renew 1').length;
    expect(renewals).toBeGreaterThanOrEqual(2);
    expect(renewals).toBeLessThanOrEqual(5);
    expect(calls.at(-1)).toBe('finish me');
  });

  it('settles as soon as the database is back, when it is away for a moment', async () => {
    let isAway = true;
    const { item, store } = oneRow(
      {},
      {
        finish: () => {
          if (!isAway) return Promise.resolve('done');
          isAway = false;
          return Promise.reject(new LiasseFailure('database-away'));
        },
      },
    );
    expect(await performing(store, () => Promise.resolve(undefined))(item.id, signal)).toEqual({ end: 'done' });
  });

  it('reports how each try went', async () => {
    const reports: unknown[] = [];
    const { item, store } = oneRow();
    const failing = () => Promise.reject(new LiasseFailure('page-timeout'));
    await performing(store, failing, { onSettled: (report) => reports.push(report) })(item.id, signal);
    expect(reports).toMatchObject([
      { item, outcome: { end: 'later', afterMs: 2000 }, failure: { code: 'page-timeout' } },
    ]);
  });
});

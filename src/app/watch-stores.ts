import type { LiasseFailure } from '#domain/failure.ts';
import type { LostStore, Telemetry } from '#ports/telemetry.ts';

/** Tells once when something Liasse stands on goes away, and once when it is back. */
export interface StoreWatch {
  /** To be told of what keeps from working, however often it is noticed. */
  onTrouble(failure: LiasseFailure): void;
  /** To be told of work that was done: everything it stands on must be there. */
  onWorkDone(): void;
}

/** Which store a failure speaks of. */
const STORES: Readonly<Partial<Record<LiasseFailure['code'], LostStore>>> = {
  'database-away': 'database',
  'database-in-use': 'database',
  'blobs-away': 'blobs',
  'disk-full': 'disk',
  'home-not-writable': 'disk',
  'queue-away': 'queue',
};

export function watchStores(telemetry: Telemetry): StoreWatch {
  const lostAt = new Map<LostStore, number>();
  return {
    onTrouble: (failure) => {
      const store = STORES[failure.code];
      if (store === undefined) telemetry.tell({ event: 'failed-unexpectedly', code: failure.code }, failure);
      else if (!lostAt.has(store)) {
        lostAt.set(store, performance.now());
        telemetry.tell({ event: 'store-lost', store, code: failure.code }, failure);
      }
    },
    onWorkDone: () => {
      for (const [store, at] of lostAt)
        telemetry.tell({ event: 'store-regained', store, durationMs: performance.now() - at });
      lostAt.clear();
    },
  };
}

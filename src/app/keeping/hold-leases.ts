import type { WorkStore } from '#ports/work-queue.ts';

/** Renews the leases of what is under way, all with one query. */
export interface Leases {
  /** The ids under way. */
  readonly held: ReadonlySet<string>;
  /** Holds an item until the function that comes back is called. */
  hold(id: string): () => void;
}

export function holdLeases(options: {
  readonly store: WorkStore;
  readonly owner: string;
  readonly leaseMs: number;
}): Leases {
  const { store, owner, leaseMs } = options;
  const held = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const renew = (): void => {
    // A database that is away can't give the items to anybody else either; the next renewal may come through.
    store.renew([...held], owner, leaseMs).catch(() => undefined);
  };
  return {
    held,
    hold: (id) => {
      held.add(id);
      timer ??= setInterval(renew, leaseMs / 3);
      return () => {
        held.delete(id);
        if (held.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

import { asFailure } from '#domain/failure.ts';
import type { Change, ChangeLog } from '#ports/changes.ts';

/** What is told: of what the database noted, and of what this server did. */
export type Told = Omit<Change, 'seq'>;
type Listener = (change: Told) => void;

/** Tells whoever listens of every change of a case; asks the database once a second for all of them together, and not at all while nobody listens. */
export interface ChangeFeed {
  /** Every change from the moment on in which it resolves; gives how to stop listening. */
  listen(listener: Listener): Promise<() => void>;
  /** Tells what this server alone knows of. */
  tell(change: Told): void;
  close(): Promise<void>;
}

const EVERY_MS = 1_000;
const TIDY_EVERY_MS = 10 * 60_000;
/** More than ever come within the seconds that are asked for again. */
const REMEMBERED = 5_000;

/** A feed of what the log of changes says. */
export function createChangeFeed(changes: ChangeLog, everyMs = EVERY_MS): ChangeFeed {
  const listeners = new Set<Listener>();
  const told = new Set<number>();
  let last: number | undefined;
  let tidiedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    // What was there before anybody listened is news to nobody.
    const isFirst = last === undefined;
    const from = last ?? (await changes.last());
    const came = (await changes.since(from)).filter(({ seq }) => !told.has(seq));
    for (const change of came) {
      told.add(change.seq);
      if (!isFirst) for (const listener of listeners) listener(change);
    }
    last = Math.max(from, ...came.map(({ seq }) => seq));
    for (const seq of [...told].slice(0, -REMEMBERED)) told.delete(seq);
    if (performance.now() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = performance.now();
    await changes.forgetOld();
  };

  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  const schedule = (): void => {
    if (timer !== undefined || listeners.size === 0) return;
    timer = setTimeout(async () => {
      // A database that is away comes back; nobody who listens can do anything about it.
      await lookOnce().catch(asFailure);
      timer = undefined;
      schedule();
    }, everyMs).unref();
  };

  return {
    listen: async (listener) => {
      if (listeners.size === 0) {
        last = undefined;
        await lookOnce();
      }
      listeners.add(listener);
      schedule();
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    close: async () => {
      listeners.clear();
      clearTimeout(timer);
      await looking?.catch(asFailure);
    },
  };
}

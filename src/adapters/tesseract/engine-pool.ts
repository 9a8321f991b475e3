import { LiasseFailure } from '#domain/failure.ts';
import type { PageSpending } from '#ports/text-recognizer.ts';
import { within } from './within.ts';

/** A recognition engine that lives long and does one thing at a time. */
export interface Engine {
  /** The models loaded at the moment, joined with `+`. */
  readonly models: string;
  /** Images it has worked on. */
  readonly pagesRead: number;
  /** Processor time it has used since it started, milliseconds; undefined where that can't be told. */
  cpuMs(): Promise<number | undefined>;
  /** Ends it, also in the middle of its work. */
  end(): Promise<void>;
}

export interface EnginePoolOptions<Kind extends Engine> {
  /** Engines that work at the same time. */
  readonly engines: number;
  /** Starts an engine, ready to load these models first. */
  readonly start: (models: string) => Promise<Kind>;
  /** A page whose readings need more processor time together is given up and its engine replaced. */
  readonly pageTimeoutMs: number;
  /** An engine is replaced after so many pages: its memory only grows. */
  readonly pagesPerEngine: number;
  /** Told after each image how long it took, milliseconds, without the wait for its turn. */
  readonly onWork?: ((milliseconds: number) => void) | undefined;
}

export interface EngineRequest {
  /** Joined with `+`; an engine that has them loaded is preferred. */
  readonly models: string;
  readonly signal: AbortSignal;
  readonly spending?: PageSpending | undefined;
}

/** Engines kept warm, and the waiting line before them. */
export interface EnginePool<Kind extends Engine> {
  /**
   * Does the work on an engine as soon as one is free. An engine that crashes or hangs is replaced and the work tried once more, then failed alone:
   * `recognizer-failed`, `page-timeout`; `cancelled` after the signal or once closed.
   */
  run<Result>(request: EngineRequest, work: (engine: Kind) => Promise<Result>): Promise<Result>;
  /** Gives up what is under way; settles when no engine runs any more. */
  close(): Promise<void>;
}

/** A machine that has other work too may give an engine a third of its time; one that hangs is given up after that much. */
const BUSY_FACTOR = 3;

interface Seat<Kind> {
  engine: Kind | undefined;
  isBusy: boolean;
}

/** Engines are started with the first work that needs one. */
export function createEnginePool<Kind extends Engine>(options: EnginePoolOptions<Kind>): EnginePool<Kind> {
  const closing = new AbortController();
  const seats: Seat<Kind>[] = Array.from({ length: options.engines }, () => ({ engine: undefined, isBusy: false }));
  const queue: ((seat: Seat<Kind>) => void)[] = [];

  function takeSeat(models: string): Promise<Seat<Kind>> {
    const free = seats.filter((seat) => !seat.isBusy);
    const seat =
      free.find(({ engine }) => engine?.models === models) ??
      free.find(({ engine }) => engine === undefined) ??
      free[0];
    if (seat === undefined) return new Promise((resolve) => queue.push(resolve));
    seat.isBusy = true;
    return Promise.resolve(seat);
  }

  function leaveSeat(seat: Seat<Kind>): void {
    const next = queue.shift();
    if (next === undefined) seat.isBusy = false;
    else next(seat);
  }

  async function vacate(seat: Seat<Kind>): Promise<void> {
    const old = seat.engine;
    seat.engine = undefined;
    await old?.end().catch(() => undefined);
  }

  async function workOnSeat<Result>(
    seat: Seat<Kind>,
    { models, spending = { spentMs: 0 } }: EngineRequest,
    signal: AbortSignal,
    work: (engine: Kind) => Promise<Result>,
  ): Promise<Result> {
    if (seat.engine !== undefined && seat.engine.pagesRead >= options.pagesPerEngine) await vacate(seat);
    seat.engine ??= await options.start(models);
    const { engine } = seat;
    const before = await engine.cpuMs();
    const startedAt = performance.now();
    let worked: number | undefined;
    try {
      const result = await within((options.pageTimeoutMs - spending.spentMs) * BUSY_FACTOR, signal, work(engine));
      const after = await engine.cpuMs();
      if (before !== undefined && after !== undefined) worked = after - before;
      return result;
    } finally {
      // What counts is what the engine worked, not how long a busy machine let it wait: a page is read the same on any of them.
      spending.spentMs += worked ?? performance.now() - startedAt;
    }
  }

  /** One retry on a fresh engine; whatever fails then is the page's fault. Too slow once is too slow twice. */
  async function workTwice<Result>(
    seat: Seat<Kind>,
    request: EngineRequest,
    work: (engine: Kind) => Promise<Result>,
  ): Promise<Result> {
    const signal = AbortSignal.any([request.signal, closing.signal]);
    for (const isLast of [false, true]) {
      if (signal.aborted) break;
      try {
        return await workOnSeat(seat, request, signal, work);
      } catch (error) {
        await vacate(seat);
        const failure = asEngineFailure(error);
        if (!signal.aborted && (isLast || failure.code === 'page-timeout')) throw failure;
      }
    }
    throw new LiasseFailure('cancelled');
  }

  return {
    run: async (request, work) => {
      if ((request.spending?.spentMs ?? 0) >= options.pageTimeoutMs)
        throw new LiasseFailure('page-timeout', 'no time left for another reading');
      const seat = await takeSeat(request.models);
      const startedAt = performance.now();
      try {
        return await workTwice(seat, request, work);
      } finally {
        options.onWork?.(performance.now() - startedAt);
        leaveSeat(seat);
      }
    },
    close: async () => {
      closing.abort();
      await Promise.all(seats.map(vacate));
    },
  };
}

function asEngineFailure(error: unknown): LiasseFailure {
  return error instanceof LiasseFailure
    ? error
    : new LiasseFailure('recognizer-failed', 'the engine failed', { cause: error });
}

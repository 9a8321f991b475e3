import { asFailure, LiasseFailure } from '#domain/failure.ts';

/** Work that waits for its turn. Requests of the same key can be done together. */
export interface BatchRequest<Input> {
  readonly key: string;
  readonly input: Input;
  readonly signal: AbortSignal;
}

export interface BatchOptions<Input, Result> {
  /** Batches at the same time. */
  readonly workers: number;
  readonly mostTogether: number;
  /** Results in the order of the inputs. */
  readonly run: (inputs: readonly Input[], signal: AbortSignal) => Promise<readonly Result[]>;
}

/** A waiting line whose requests are served several at a time. */
export interface PageBatches<Input, Result> {
  /** Throws what `run` throws, after one more try alone; `cancelled` after the signal or once closed. */
  ask(request: BatchRequest<Input>): Promise<Result>;
  /** Gives up what is under way; settles when nothing runs any more. */
  close(): Promise<void>;
}

interface Waiting<Input, Result> extends BatchRequest<Input> {
  /** Failed once already, perhaps by a neighbour's fault: now alone. */
  readonly isRetry: boolean;
  readonly resolve: (result: Result) => void;
  readonly reject: (failure: LiasseFailure) => void;
}

/**
 * Serves requests in the order they came, alike ones together, shared out evenly over the workers. A batch that fails is tried once more
 * request by request, so that one bad page fails alone.
 */
export function createPageBatches<Input, Result>(options: BatchOptions<Input, Result>): PageBatches<Input, Result> {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  let waiting: Waiting<Input, Result>[] = [];

  function startWaiting(): void {
    while (running.size < options.workers && waiting.length > 0) {
      const work = serve(takeBatch()).finally(() => {
        running.delete(work);
        startWaiting();
      });
      running.add(work);
    }
  }

  function takeBatch(): Waiting<Input, Result>[] {
    const [first] = waiting;
    if (first === undefined) return [];
    const alike = first.isRetry ? [first] : waiting.filter((one) => !one.isRetry && one.key === first.key);
    const batch = alike.slice(0, Math.min(Math.ceil(alike.length / options.workers), options.mostTogether));
    waiting = waiting.filter((one) => !batch.includes(one));
    return batch;
  }

  async function serve(batch: readonly Waiting<Input, Result>[]): Promise<void> {
    const open = batch.filter(({ signal }) => !signal.aborted);
    for (const { signal, reject } of batch) if (signal.aborted) reject(new LiasseFailure('cancelled'));
    const [first] = open;
    if (first === undefined) return;
    try {
      const inputs = open.map(({ input }) => input);
      const results = await options.run(inputs, AbortSignal.any([first.signal, closing.signal]));
      for (const [index, result] of results.entries()) open[index]?.resolve(result);
    } catch (error) {
      const failure = asFailure(error);
      for (const request of open) failOrRetry(request, failure, open.length === 1);
    }
  }

  function failOrRetry(request: Waiting<Input, Result>, failure: LiasseFailure, wasAlone: boolean): void {
    const isOver = request.signal.aborted || closing.signal.aborted;
    // Alone and too slow is too slow twice.
    const isTooSlow = wasAlone && failure.code === 'page-timeout';
    if (isOver) request.reject(new LiasseFailure('cancelled'));
    else if (request.isRetry || isTooSlow) request.reject(failure);
    else waiting.unshift({ ...request, isRetry: true });
  }

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (closing.signal.aborted || request.signal.aborted) {
          reject(new LiasseFailure('cancelled'));
          return;
        }
        waiting.push({ ...request, isRetry: false, resolve, reject });
        // Requests of the same moment shall meet in one batch.
        queueMicrotask(startWaiting);
      }),
    close: async () => {
      closing.abort();
      for (const { reject } of waiting) reject(new LiasseFailure('cancelled'));
      waiting = [];
      await Promise.all(running);
    },
  };
}

import PQueue from 'p-queue';

/** Begins pieces of work one after the other, a few at a time; waits while there are enough of them. */
export interface AtOnce<Result> {
  /** Resolves when the next one may be begun. Throws what one before threw. */
  (work: () => Promise<Result>): Promise<void>;
  /** Resolves when all are done. Throws what one threw. */
  done(): Promise<void>;
}

export function atOnce<Result>(most: number, onResult: (result: Result) => void = () => undefined): AtOnce<Result> {
  const queue = new PQueue({ concurrency: most });
  let failure: { readonly error: unknown } | undefined;
  const orThrow = (): void => {
    if (failure !== undefined) throw failure.error;
  };
  const begin = async (work: () => Promise<Result>): Promise<void> => {
    queue
      .add(work)
      .then(onResult)
      .catch((error: unknown) => {
        failure ??= { error };
      });
    await queue.onSizeLessThan(1);
    orThrow();
  };
  const done = async (): Promise<void> => {
    await queue.onIdle();
    orThrow();
  };
  return Object.assign(begin, { done });
}

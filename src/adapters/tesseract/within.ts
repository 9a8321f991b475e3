import { LiasseFailure } from '#domain/failure.ts';

/** Rejects with `page-timeout` or `cancelled` when the work does not end in time; the work itself is left to its engine's end. */
export function within<Result>(timeoutMs: number, signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LiasseFailure('page-timeout')), timeoutMs);
    const onAbort = (): void => reject(new LiasseFailure('cancelled'));
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    });
  });
}

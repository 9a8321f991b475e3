import { setTimeout as pause } from 'node:timers/promises';
import { asFailure, type LiasseFailure } from '#domain/failure.ts';

/** Does something again and again with pauses in between, until the signal is given; a failure is told and does not end it. */
export async function repeat(
  task: () => Promise<void>,
  options: {
    readonly everyMs: number;
    readonly signal: AbortSignal;
    readonly onTrouble: (failure: LiasseFailure) => void;
  },
): Promise<void> {
  const { everyMs, signal, onTrouble } = options;
  while (!signal.aborted) {
    try {
      await task();
    } catch (error) {
      onTrouble(asFailure(error));
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

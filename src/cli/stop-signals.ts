import { EXIT } from './exit-status.ts';

/** How long what is given up may take to say so. */
const GIVE_UP_MS = 2_000;

/** SIGTERM and Ctrl-C: the first signal stops, the second one ends: at the latest after a moment, whatever is under way. */
export function stopSignals(onStop: () => void): { readonly stop: AbortSignal; readonly abort: AbortSignal } {
  const [stop, abort] = [new AbortController(), new AbortController()];
  const onSignal = (): void => {
    if (!stop.signal.aborted) {
      stop.abort();
      onStop();
      return;
    }
    abort.abort();
    setTimeout(() => process.exit(EXIT.interrupted), GIVE_UP_MS).unref();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { stop: stop.signal, abort: abort.signal };
}

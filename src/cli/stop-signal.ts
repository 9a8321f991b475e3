import { EXIT } from './exit-status.ts';

/** A signal that is given by SIGTERM or Ctrl-C; the second time, the process ends at once. */
export function stopSignal(onStop: () => void): AbortSignal {
  const stop = new AbortController();
  const end = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    onStop();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return stop.signal;
}

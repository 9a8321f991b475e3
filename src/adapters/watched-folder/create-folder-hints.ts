import { watch } from 'chokidar';

/** Says that something happened in a folder, as far as the system tells. What happened is seen by looking. */
export interface FolderHints {
  /** Resolves at the first hint since the last call, after the time, or when the signal is given. Hints close together count as one. */
  next(withinMs: number, signal: AbortSignal): Promise<void>;
  /** Listens anew: to be called when the folder is another one than before. Nothing is heard of a folder that is not there. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Hints closer together than this count as one: a folder of a thousand files is looked at once. */
const TOGETHER_MS = 200;

/** Hints by the system's own notices (inotify and its sisters). Those of network shares never come, and some systems run out of them: time is the other way. */
export function createFolderHints(folder: string): FolderHints {
  let stopListening = async (): Promise<void> => {};
  let hasNews = false;
  let wake = (): void => {};
  const tell = (): void => {
    hasNews = true;
    wake();
  };

  const waitFor = (ms: number, signal: AbortSignal, isWoken: boolean): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        wake = () => {};
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      if (isWoken) wake = end;
      if (signal.aborted || (isWoken && hasNews)) end();
    });

  return {
    next: async (withinMs, signal) => {
      await waitFor(withinMs, signal, true);
      if (hasNews) await waitFor(Math.min(TOGETHER_MS, withinMs), signal, false);
      hasNews = false;
    },
    listen: async () => {
      await stopListening();
      const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true });
      watcher.on('all', tell);
      // Too many folders for the system's notices, or one that went: the looks at fixed times go on.
      watcher.on('error', () => {});
      stopListening = () => watcher.close();
    },
    close: () => stopListening(),
  };
}

import { useEffect, useRef, useState } from 'react';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export interface EventStream {
  /** Whether the server is being listened to; false while the line is down and tried again. */
  readonly isLive: boolean;
}

/**
 * Listens to server-sent events at `path` as long as the component shows (null: does not listen). `onEvent` gets the name and the parsed data of every
 * event. A line that breaks is taken up again, after longer and longer waits; `onEvent('reconnected', null)` then says that something may have been
 * missed, so that what is shown is asked for again.
 */
export function useEvents(
  path: string | null,
  names: readonly string[],
  onEvent: (name: string, data: unknown) => void,
): EventStream {
  const [isLive, setIsLive] = useState(true);
  const told = useRef(onEvent);
  useEffect(() => {
    told.current = onEvent;
  });
  const wanted = names.join(' ');
  useEffect(() => {
    if (path === null) return undefined;
    return listen({
      path,
      names: wanted.split(' '),
      onLive: setIsLive,
      onEvent: (name, data) => told.current(name, data),
    });
  }, [path, wanted]);
  return { isLive };
}

interface Listening {
  readonly path: string;
  readonly names: readonly string[];
  readonly onLive: (isLive: boolean) => void;
  readonly onEvent: (name: string, data: unknown) => void;
}

/** Listens until the returned function is called. */
function listen({ path, names, onLive, onEvent }: Listening): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let waitMs = FIRST_WAIT_MS;
  let hasBroken = false;
  const open = (): void => {
    source = new EventSource(path);
    source.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS;
      onLive(true);
      if (hasBroken) onEvent('reconnected', null);
    });
    source.addEventListener('error', () => {
      hasBroken = true;
      onLive(false);
      // The browser tries again by itself, except after an answer that is no stream.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(open, waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    });
    for (const name of names)
      source.addEventListener(name, (event: MessageEvent<unknown>) => onEvent(name, parseData(event.data)));
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}

function parseData(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

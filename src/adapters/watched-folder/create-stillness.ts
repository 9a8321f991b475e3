import type { FoundFile } from '#ports/watched-folder.ts';

/** What one look says about all files together. */
export interface Look {
  /** Still for long enough, and not handed out before. */
  readonly still: readonly FoundFile[];
  /** Seen, but not still for long enough. */
  readonly unfinished: number;
  /** Milliseconds until the first of those can be still; undefined when there is none. */
  readonly dueInMs: number | undefined;
}

/** Tells from repeated looks which files nobody writes to any more. Knows no clock and no disk. */
export interface Stillness {
  /** `nowMs` is on any clock that only goes forward. */
  observe(files: readonly FoundFile[], nowMs: number): Look;
  /** This version counts as not handed out, from that time on. */
  again(file: FoundFile, fromMs: number): void;
}

interface Watched {
  readonly version: string;
  readonly fromMs: number;
  readonly wasHandedOut: boolean;
}

/** `settleMs`: how long size and time of a file have to stay as they are. */
export function createStillness(settleMs: number): Stillness {
  let watched = new Map<string, Watched>();
  const entryOf = (file: FoundFile, nowMs: number): Watched => {
    const before = watched.get(file.name);
    if (before?.version === file.version) return before;
    return { version: file.version, fromMs: nowMs + settleMs, wasHandedOut: false };
  };

  return {
    observe: (files, nowMs) => {
      const seen = files.map((file) => ({ file, entry: entryOf(file, nowMs) }));
      const open = seen.filter(({ entry }) => !entry.wasHandedOut);
      const unfinished = open.filter(({ entry }) => entry.fromMs > nowMs);
      const firstMs = unfinished.reduce((first, { entry }) => Math.min(first, entry.fromMs), Number.POSITIVE_INFINITY);
      // What is gone is forgotten: should it come back, it has to lie still again.
      watched = new Map(
        seen.map(({ file, entry }) => [
          file.name,
          { ...entry, wasHandedOut: entry.wasHandedOut || entry.fromMs <= nowMs },
        ]),
      );
      return {
        still: open.filter(({ entry }) => entry.fromMs <= nowMs).map(({ file }) => file),
        unfinished: unfinished.length,
        dueInMs: unfinished.length === 0 ? undefined : firstMs - nowMs,
      };
    },
    again: (file, fromMs) => {
      watched.set(file.name, { version: file.version, fromMs, wasHandedOut: false });
    },
  };
}

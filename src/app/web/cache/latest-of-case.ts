/** What was made of a case in a version. */
export interface Made<Value> {
  readonly version: string;
  readonly madeAt: number;
  readonly value: Value;
  /** When somebody was told last that the case is in this version. */
  currentAt: number;
}

/** What somebody who asked gets: the current one when it is there, and the one that was made last. */
export interface Asked<Value> {
  readonly wanted: Promise<Value>;
  readonly former: Made<Value> | undefined;
}

/** The latest of one case. */
export interface LatestOfCase<Value> {
  ask(version: string, make: () => Promise<Value>): Asked<Value>;
  /** Whether nothing of it is worth keeping at that moment. */
  isOld(at: number): boolean;
}

interface Making<Value> {
  readonly version: string;
  readonly done: Promise<Made<Value>>;
}

interface Following<Value> {
  /** By whoever asked last: others may know less by now. */
  last: { readonly version: string; readonly make: () => Promise<Value> };
  readonly done: Promise<Made<Value>>;
}

/**
 * Makes it one at a time. Whoever asks while another version is being made waits for the next one, together with all who ask until that begins: of any
 * number of changes, two are made.
 */
export function createLatestOfCase<Value>({
  longestMs,
  now,
}: {
  readonly longestMs: number;
  readonly now: () => number;
}): LatestOfCase<Value> {
  let made: Made<Value> | undefined;
  let making: Making<Value> | undefined;
  let following: Following<Value> | undefined;

  const begin = (version: string, make: () => Promise<Value>): Promise<Made<Value>> => {
    const startedAt = now();
    const done = Promise.resolve()
      .then(make)
      .then((value) => {
        made = { version, value, madeAt: now(), currentAt: startedAt };
        return made;
      })
      .finally(() => {
        making = undefined;
      });
    making = { version, done };
    return done;
  };

  const follow = (version: string, make: () => Promise<Value>): Promise<Made<Value>> => {
    if (following !== undefined) {
      following.last = { version, make };
      return following.done;
    }
    const before = settled(making?.done);
    const one: Following<Value> = {
      last: { version, make },
      done: before.then(() => {
        following = undefined;
        return begin(one.last.version, one.last.make);
      }),
    };
    following = one;
    return one.done;
  };

  const find = (version: string): Made<Value> | undefined => {
    if (made === undefined || made.version !== version || now() - made.madeAt > longestMs) return undefined;
    made.currentAt = now();
    return made;
  };

  const wantedOf = (version: string, make: () => Promise<Value>): Promise<Made<Value>> => {
    const found = find(version);
    if (found !== undefined) return Promise.resolve(found);
    if (making === undefined && following === undefined) return begin(version, make);
    return making?.version === version ? making.done : follow(version, make);
  };

  return {
    ask: (version, make) => {
      const former = made;
      return { former, wanted: wantedOf(version, make).then(({ value }) => value) };
    },
    isOld: (at) =>
      making === undefined && following === undefined && (made === undefined || at - made.madeAt > longestMs),
  };
}

/** Resolves when it is over, well or not. */
export async function settled(work: Promise<unknown> | undefined): Promise<void> {
  await Promise.allSettled([work]);
}

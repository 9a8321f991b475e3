/**
 * Runs up to `concurrency` generators at once and yields what they give in the order of the sources: all of the first, then all of
 * the second. The first source's values pass through as they come, so a long file shows results before it is read to the end.
 * A consumer that stops early stops the sources, and goes on once all of them have ended: nothing works on behind its back.
 */
export async function* inOrder<Source, Value>(
  sources: AsyncIterable<Source> | Iterable<Source>,
  concurrency: number,
  run: (source: Source) => AsyncIterable<Value>,
): AsyncGenerator<Value> {
  const running: Channel<Value>[] = [];
  const iterator = Symbol.asyncIterator in sources ? sources[Symbol.asyncIterator]() : sources[Symbol.iterator]();
  let exhausted = false;
  const fill = async (): Promise<void> => {
    while (!exhausted && running.length < concurrency) {
      const next = await iterator.next();
      if (next.done) exhausted = true;
      else running.push(pump(run(next.value)));
    }
  };
  try {
    for (await fill(); running.length > 0; await fill()) {
      const [head] = running;
      if (head !== undefined) yield* head.values();
      running.shift();
    }
  } finally {
    await Promise.all(running.map((channel) => channel.stop()));
    await iterator.return?.();
  }
}

/** The same values in the same order, made as fast as they can be, however slowly they are taken. */
export async function* runAhead<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const channel = pump(source);
  try {
    yield* channel.values();
  } finally {
    await channel.stop();
  }
}

interface Channel<Value> {
  values(): AsyncGenerator<Value>;
  /** Settles when the generator has ended; what it still throws is nobody's concern. */
  stop(): Promise<void>;
}

/** Starts a generator at once and buffers what it gives until somebody listens. */
function pump<Value>(source: AsyncIterable<Value>): Channel<Value> {
  const buffer: Value[] = [];
  let wake = (): void => undefined;
  let isStopped = false;
  let isDone = false;
  let failure: { readonly error: unknown } | undefined;
  const drain = async (): Promise<void> => {
    try {
      for await (const value of source) {
        if (isStopped) break;
        buffer.push(value);
        wake();
      }
    } catch (error) {
      failure = { error };
    }
    isDone = true;
    wake();
  };
  const ended = drain();
  return {
    values: async function* () {
      while (true) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        for (let value = buffer.shift(); value !== undefined; value = buffer.shift()) yield value;
        if (isDone && buffer.length === 0) break;
        await woken;
      }
      if (failure !== undefined) throw failure.error;
    },
    stop: () => {
      isStopped = true;
      return ended;
    },
  };
}

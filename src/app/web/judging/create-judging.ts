import { Worker } from 'node:worker_threads';
import { besideModule } from '#adapters/beside-module.ts';
import type { CaseJudgement } from '#domain/case-judgement.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { JudgingReply, JudgingRequest, JudgingStart, WantedJudgement } from './judging-messages.ts';

/** Judges cases apart from the thread that answers people. */
export interface Judging {
  /** Begins the thread, so that the first who asks does not wait for it to load. */
  start(): void;
  /**
   * What is said of a case as a whole, by its papers as they are when this is asked or later. Throws `judging-failed` when the thread died of it twice,
   * `cancelled` when it was closed, and what opening papers throws.
   */
  judge(wanted: WantedJudgement): Promise<CaseJudgement>;
  close(): Promise<void>;
}

export interface JudgingOptions {
  /** What the thread runs. */
  readonly program?: URL;
  /** A case that takes longer holds up all that wait behind it: the thread is ended. */
  readonly longestMs?: number;
}

interface Asked {
  readonly wanted: WantedJudgement;
  readonly isAgain: boolean;
  readonly resolve: (judgement: CaseJudgement) => void;
  readonly reject: (failure: Error) => void;
}

interface UnderWay {
  readonly asked: Asked;
  readonly timer: NodeJS.Timeout;
}

/** While one waits for its papers, another is thought about. */
const AT_ONCE = 3;
const LONGEST_MS = 60_000;

/**
 * A thread that is started by the first request. When it ends or hangs it is started again, and what it was at is tried once more, each case alone: so the
 * one that it died of is known, and fails alone.
 */
export function createJudging(start: JudgingStart, options: JudgingOptions = {}): Judging {
  const { program = besideModule('./judge-cases.worker', import.meta.url), longestMs = LONGEST_MS } = options;
  let waiting: Asked[] = [];
  const underWay = new Map<number, UnderWay>();
  let thread: Worker | undefined;
  /** Loading it takes a second, and many on a busy machine: that is no time in which it hangs. */
  let isReady = false;
  let lastId = 0;
  let isClosed = false;

  const threadNow = (): Worker => {
    if (thread !== undefined) return thread;
    const started = new Worker(program, { workerData: start });
    started.unref();
    started.on('message', hear);
    const end = (): void => {
      if (thread === started) loseThread();
    };
    // `exit` follows, but not before what it left behind is gone.
    started.once('error', end);
    started.once('exit', end);
    thread = started;
    return started;
  };

  const loseThread = (): void => {
    // One that did not even load was at all that wait.
    const lost = isReady ? [...underWay.values()].map(({ asked }) => asked) : waiting.splice(0);
    for (const { timer } of underWay.values()) clearTimeout(timer);
    underWay.clear();
    [thread, isReady] = [undefined, false];
    waiting = [...onceMore(lost, isClosed), ...waiting];
    beginNext();
  };

  const beginNext = (): void => {
    if (waiting.length > 0) threadNow();
    while (isReady && mayBegin(waiting[0], underWay)) {
      const asked = waiting.shift();
      if (asked !== undefined) begin(asked);
    }
  };

  const begin = (asked: Asked): void => {
    const current = threadNow();
    lastId += 1;
    underWay.set(lastId, { asked, timer: endAfter(longestMs, current) });
    current.postMessage({ id: lastId, wanted: asked.wanted } satisfies JudgingRequest);
  };

  const hear = (reply: JudgingReply | 'ready'): void => {
    if (reply === 'ready') {
      isReady = true;
      beginNext();
      return;
    }
    const found = underWay.get(reply.id);
    if (found === undefined) return;
    underWay.delete(reply.id);
    clearTimeout(found.timer);
    answer(found.asked, reply);
    beginNext();
  };

  return {
    start: () => {
      threadNow();
    },
    judge: (wanted) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new LiasseFailure('cancelled');
        waiting.push({ wanted, isAgain: false, resolve, reject });
        beginNext();
      }),
    close: async () => {
      isClosed = true;
      const ending = thread;
      for (const { reject } of waiting.splice(0)) reject(new LiasseFailure('cancelled'));
      if (ending !== undefined) await endThread(ending, longestMs);
    },
  };
}

/** Those that may be tried once more; the others are told that it failed. */
function onceMore(lost: readonly Asked[], isClosed: boolean): Asked[] {
  const isOver = (asked: Asked): boolean => isClosed || asked.isAgain;
  for (const asked of lost)
    if (isOver(asked)) asked.reject(new LiasseFailure(isClosed ? 'cancelled' : 'judging-failed'));
  return lost.flatMap((asked) => (isOver(asked) ? [] : [{ ...asked, isAgain: true }]));
}

/** Ends a thread that is not done by then; whatever it still says is heard by nobody. */
function endAfter(longestMs: number, thread: Worker): NodeJS.Timeout {
  return setTimeout(() => {
    thread.removeAllListeners('message');
    void thread.terminate();
  }, longestMs).unref();
}

/** Those that are tried again are tried alone. */
function mayBegin(first: Asked | undefined, underWay: ReadonlyMap<number, UnderWay>): boolean {
  if (first === undefined) return false;
  if (first.isAgain) return underWay.size === 0;
  return underWay.size < AT_ONCE && ![...underWay.values()].some(({ asked }) => asked.isAgain);
}

function answer({ resolve, reject }: Asked, reply: JudgingReply): void {
  if ('judgement' in reply) resolve(reply.judgement);
  else reject(new LiasseFailure(reply.code));
}

/** What it is at is finished; one that hangs is ended. */
async function endThread(thread: Worker, longestMs: number): Promise<void> {
  const { promise: hasEnded, resolve } = Promise.withResolvers<void>();
  thread.once('exit', () => resolve());
  thread.ref();
  thread.postMessage('stop' satisfies JudgingRequest);
  const timer = setTimeout(() => void thread.terminate(), longestMs);
  await hasEnded;
  clearTimeout(timer);
}

import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import type { TelemetryEvent } from '#ports/telemetry.ts';
import { type HowToWork, type News, newsSchema, type Order } from './work-messages.ts';

export interface WorkBesideOptions {
  readonly how: HowToWork;
  /** What is under way is finished, then it resolves. */
  readonly stop: AbortSignal;
  /** What is under way is given back. */
  readonly abort: AbortSignal;
  readonly onReady: () => void;
  readonly onEvent: (event: TelemetryEvent) => void;
  readonly onTrouble: (failure: LiasseFailure) => void;
  /** Pauses before a process is started again that died early, the last one for all after it. */
  readonly pausesMs?: readonly number[];
}

const PROGRAM = fileURLToPath(new URL('./work.process.ts', import.meta.url));
const PAUSES_MS = [500, 2_000, 10_000, 60_000] as const;
/** Whoever worked for so long died of something new. */
const WELL_MS = 120_000;
/** Pages that people wait for come first where processors are few. */
const NICENESS = 10;

/**
 * Works in a process of its own until told to stop. One that dies is started again, and what it had begun is ready again at once; troubles are told.
 * Resolves when the last one has ended.
 */
export async function workBeside(options: WorkBesideOptions): Promise<void> {
  const { stop, onTrouble, pausesMs = PAUSES_MS } = options;
  let died = 0;
  while (!stop.aborted) {
    const startedAt = performance.now();
    const wasTold = await runOnce(options);
    if (stop.aborted) return;
    died = performance.now() - startedAt > WELL_MS ? 0 : died;
    // It said why, or it was killed.
    if (!wasTold) onTrouble(new LiasseFailure('work-ended'));
    await pause(pausesMs[Math.min(died, pausesMs.length - 1)], undefined, { signal: stop }).catch(() => undefined);
    died += 1;
  }
}

/** One process, from its start to its end; whether it said what kept it from working. */
function runOnce(options: WorkBesideOptions): Promise<boolean> {
  const { how, stop, abort } = options;
  const child = fork(PROGRAM, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let trouble: FailureCode | undefined;
  const order = (one: Order): void => {
    if (child.connected) child.send(one, () => undefined);
  };
  const onStop = (): void => order({ order: 'stop' });
  const onAbort = (): void => order({ order: 'abort' });
  stop.addEventListener('abort', onStop, { once: true });
  abort.addEventListener('abort', onAbort, { once: true });
  child.on('message', (message) => {
    const news = newsSchema.safeParse(message).data;
    trouble = news?.news === 'trouble' ? news.code : undefined;
    if (news !== undefined) hear(news, options);
  });
  child.once('spawn', () => {
    giveWay(child);
    order({ order: 'work', how });
    if (stop.aborted) onStop();
  });
  return new Promise((resolve) => {
    const end = (): void => {
      stop.removeEventListener('abort', onStop);
      abort.removeEventListener('abort', onAbort);
      resolve(trouble !== undefined);
    };
    child.once('error', end).once('exit', end);
  });
}

function hear(news: News, { onReady, onEvent, onTrouble }: WorkBesideOptions): void {
  if (news.news === 'ready') onReady();
  else if (news.news === 'event') onEvent(news.event);
  else onTrouble(new LiasseFailure(news.code));
}

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // Not every system lets one; it works all the same.
  }
}

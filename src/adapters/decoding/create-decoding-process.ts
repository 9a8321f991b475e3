import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { type FailureCode, LiasseFailure } from '#domain/failure.ts';
import { besideModule } from '../beside-module.ts';
import {
  CRASH_CODES,
  type DecodingAnswer,
  type DecodingQuestion,
  type DecodingReply,
  type DecodingRequest,
} from './decoding-messages.ts';
import { decodingReplySchema } from './decoding-reply.schema.ts';

/** How much one question may take. */
export interface DecodingLimits {
  readonly timeoutMs: number;
  /** How far the memory of the decoding process may grow during one question. */
  readonly memoryBytes: number;
}

/** Asks one question; it fails with `page-timeout`, the crash code of its kind, or what the decoder says is wrong with the file. */
export type AskDecoder = (request: DecodingRequest, timeoutMs?: number) => Promise<DecodingAnswer>;

/**
 * Decoders in a process of their own: one that hangs, crashes or fills the memory takes down only the question it works on. The process is
 * started again for the next one.
 */
export interface DecodingProcess {
  readonly timeoutMs: number;
  /** Starts the process before there is a question, which saves the first one a third of a second. */
  warmUp(): void;
  /** Questions of one turn follow each other; turns wait for each other here, so that the time of one is never counted to another. */
  turn<Result>(work: (ask: AskDecoder) => Promise<Result>): Promise<Result>;
  /** Which process answers: another number after one was lost, with all that it had open. */
  generation(): number;
  stop(): Promise<void>;
}

interface Waiting {
  readonly id: number;
  readonly method: DecodingRequest['method'];
  resolve(answer: DecodingAnswer): void;
  reject(error: Error): void;
}

interface Decoder {
  readonly child: ChildProcess;
  /** Settles when it has loaded its libraries; its start on a busy machine is not the file's doing. */
  readonly ready: Promise<void>;
}

const PROGRAM = fileURLToPath(besideModule('./decoding.process', import.meta.url));
const START_MS = 20_000;
/** A heap larger than this is a file's doing; MiB. */
const HEAP_MEGABYTES = 1_024;

/** Nothing is started before `warmUp` or the first question. */
export function createDecodingProcess({ timeoutMs, memoryBytes }: DecodingLimits): DecodingProcess {
  const turns = new PQueue({ concurrency: 1 });
  let decoder: Decoder | undefined;
  let waiting: Waiting | undefined;
  let generation = 0;
  let lastId = 0;

  function end(child: ChildProcess, detail: string, code?: FailureCode): void {
    if (decoder?.child !== child) return;
    decoder = undefined;
    generation += 1;
    waiting?.reject(new LiasseFailure(code ?? CRASH_CODES[waiting.method], detail));
    child.kill('SIGKILL');
  }

  function take(reply: Reply, child: ChildProcess): void {
    // A process that was given up may still have an answer under way.
    if (waiting === undefined || reply.id !== waiting.id) return;
    if (reply.kind === 'answer') waiting.resolve(reply.answer);
    else waiting.reject(new LiasseFailure(reply.code, reply.detail));
    if (reply.kind === 'failed' && reply.isBroken) end(child, 'a library broke');
  }

  function current(): Decoder {
    decoder ??= startDecoder(memoryBytes, { onReply: take, onEnd: end });
    return decoder;
  }

  const ask: AskDecoder = async (request, mostMs = timeoutMs) => {
    const { child, ready } = current();
    lastId += 1;
    const question: DecodingQuestion = { id: lastId, request };
    const { promise, resolve, reject } = Promise.withResolvers<DecodingAnswer>();
    waiting = { id: question.id, method: request.method, resolve, reject };
    const giveUp = (): void => end(child, 'the decoder took too long', 'page-timeout');
    let late = setTimeout(giveUp, START_MS);
    try {
      await Promise.race([ready, promise]);
      clearTimeout(late);
      late = setTimeout(giveUp, mostMs);
      // A channel that closes under the message is the process's end, which is told by its exit.
      child.send(question, () => undefined);
      return await promise;
    } finally {
      clearTimeout(late);
      waiting = undefined;
    }
  };

  return {
    timeoutMs,
    warmUp: () => void current(),
    turn: (work) => turns.add(() => work(ask)),
    generation: () => generation,
    stop: async () => {
      if (decoder === undefined) return;
      const { child } = decoder;
      // Whoever waits for the end must not run out of things to do before it.
      child.ref();
      const ended = once(child, 'exit');
      end(child, 'stopped', 'cancelled');
      await ended;
    },
  };
}

type Reply = Exclude<DecodingReply, { kind: 'ready' }>;

function startDecoder(
  memoryBytes: number,
  told: {
    readonly onReply: (reply: Reply, child: ChildProcess) => void;
    readonly onEnd: (child: ChildProcess, detail: string) => void;
  },
): Decoder {
  // Of its own: what it writes there is run by nobody else.
  const compiled = getCompileCacheDir();
  const cache = compiled === undefined ? undefined : join(compiled, 'decoding');
  const child = fork(PROGRAM, [String(memoryBytes)], {
    // Pixels travel as they are, not as text.
    serialization: 'advanced',
    // What a decoder prints may be words of the file; nobody reads it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [...permissions(cache), `--max-old-space-size=${HEAP_MEGABYTES}`, '--single-threaded-gc'],
    env: { NODE_COMPILE_CACHE: cache ?? '' },
  });
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  child.on('message', (message) => {
    const { data: reply } = decodingReplySchema.safeParse(message);
    if (reply === undefined) told.onEnd(child, 'an answer that is none');
    else if (reply.kind === 'ready') isReady();
    else told.onReply(reply, child);
  });
  child.on('error', () => told.onEnd(child, 'the decoder could not be started'));
  // The kernel's signal, or that of the watch of its memory.
  child.on('exit', (_, signal) => told.onEnd(child, signal === 'SIGKILL' ? 'too much memory' : 'the decoder crashed'));
  // Idle, it keeps nothing alive; a question is kept by its timer.
  child.unref();
  child.channel?.unref();
  return { child, ready };
}

/**
 * Nothing that decodes has a reason to write files or to start programs, so it may not. This stops a script that got in, not native code. What was compiled
 * is kept from one start to the next, which saves half of it.
 */
function permissions(cache: string | undefined): string[] {
  const writing = cache === undefined ? [] : [`--allow-fs-write=${join(cache, '*')}`];
  return ['--permission', '--allow-fs-read=*', ...writing, '--allow-addons', '--allow-worker'];
}

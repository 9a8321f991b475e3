import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { EmbeddedScan } from './embedded-scan.ts';
import type { PdfAnswer, PdfAttachment, PdfQuestion, PdfReply, PdfRequest } from './pdf-messages.ts';

/** PDF work on a thread of its own, so that a hang or a crash of a decoder takes down nothing else. */
export interface PdfThread {
  /** Starts the thread before there is a question, which saves the first one a third of a second. */
  warmUp(): void;
  open(
    bytes: Uint8Array,
    passwords: readonly string[],
  ): Promise<{ readonly handle: number; readonly pageCount: number }>;
  textLayer(handle: number, page: number): Promise<TextLayer | null>;
  scan(handle: number, page: number): Promise<EmbeddedScan | null>;
  raster(handle: number, page: number, maxPixels: number): Promise<Raster>;
  /** The files inside a PDF, which need not be open. */
  attachments(bytes: Uint8Array): Promise<readonly PdfAttachment[]>;
  close(handle: number): Promise<void>;
  stop(): Promise<void>;
}

/** How much one question may take. */
export interface PdfThreadLimits {
  readonly timeoutMs: number;
  /** How far the memory of the process may grow during one question. */
  readonly memoryBytes: number;
}

/** Questions to the thread, one at a time, each answered or failed in time. */
interface Line {
  ask(request: PdfRequest): Promise<PdfAnswer>;
  /** The thread that answers at the moment; started when there is none. */
  current(): Worker;
  /** Whether this thread is the one that answers. */
  isCurrent(worker: Worker | undefined): boolean;
  stop(): Promise<void>;
}

/** How often memory is looked at while the thread works. */
const MEMORY_CHECK_MS = 100;

/** One thread and the question it works on. A question that takes too long or too much ends the thread, and only that question fails. */
function createLine({ timeoutMs, memoryBytes }: PdfThreadLimits): Line {
  let waiting: { id: number; resolve(answer: PdfAnswer): void; reject(error: Error): void } | undefined;
  let thread: Worker | undefined;
  let lastId = 0;

  function end(worker: Worker, code: 'page-timeout' | 'damaged-pdf', detail: string): void {
    if (thread !== worker) return;
    thread = undefined;
    waiting?.reject(new LiasseFailure(code, detail));
    void worker.terminate();
  }

  function start(): Worker {
    const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.on('message', (reply: PdfReply) => {
      // A thread that was given up may still have an answer under way.
      if (reply.id !== waiting?.id) return;
      if (reply.ok) waiting.resolve(reply.answer);
      else waiting.reject(new LiasseFailure(reply.code, reply.detail));
    });
    worker.on('error', () => end(worker, 'damaged-pdf', 'the PDF thread crashed'));
    worker.on('exit', () => end(worker, 'damaged-pdf', 'the PDF thread ended'));
    worker.unref();
    return worker;
  }

  function current(): Worker {
    thread ??= start();
    return thread;
  }

  return {
    current,
    isCurrent: (worker) => worker !== undefined && worker === thread,
    ask: async (request) => {
      const worker = current();
      lastId += 1;
      const question: PdfQuestion = { id: lastId, request };
      const before = process.memoryUsage.rss();
      const giveUp = (): void => end(worker, 'page-timeout', 'the PDF thread took too long');
      let late = setTimeout(giveUp, timeoutMs);
      // A new thread's start on a busy machine is not the file's doing.
      const restart = (): void => {
        clearTimeout(late);
        late = setTimeout(giveUp, timeoutMs);
      };
      worker.once('online', restart);
      // A stream that unpacks without end grows outside the heap, which a limit on the thread does not see.
      const heavy = setInterval(() => {
        if (process.memoryUsage.rss() - before > memoryBytes) end(worker, 'damaged-pdf', 'too much memory');
      }, MEMORY_CHECK_MS);
      try {
        return await new Promise((resolve, reject) => {
          waiting = { id: question.id, resolve, reject };
          worker.postMessage(question);
        });
      } finally {
        worker.off('online', restart);
        clearTimeout(late);
        clearInterval(heavy);
        waiting = undefined;
      }
    },
    stop: async () => {
      const worker = thread;
      if (worker === undefined) return;
      end(worker, 'damaged-pdf', 'stopped');
      await worker.terminate();
    },
  };
}

/**
 * One thread for all open PDF files. When it had to be ended, the next question starts another, in which a file is opened again before it is
 * used. Questions wait for each other here, so that the time of one is never counted to another, nor its crash.
 */
export function createPdfThread(limits: PdfThreadLimits): PdfThread {
  const openFiles = new Map<
    number,
    { readonly bytes: Uint8Array; readonly passwords: readonly string[]; thread: Worker | undefined }
  >();
  const line = createLine(limits);
  const turns = new PQueue({ concurrency: 1 });
  let lastHandle = 0;

  /** The answer about a file, opened where the thread does not have it open. Runs in a turn of its own. */
  async function askOpen(handle: number, request?: PdfRequest): Promise<PdfAnswer> {
    const file = openFiles.get(handle);
    if (file === undefined) throw new Error('this PDF is not open');
    let answer: PdfAnswer = null;
    if (!line.isCurrent(file.thread)) {
      const thread = line.current();
      answer = await line.ask({ method: 'open', handle, bytes: file.bytes, passwords: file.passwords });
      file.thread = thread;
    }
    return request === undefined ? answer : line.ask(request);
  }
  const ask = (request: Exclude<PdfRequest, { method: 'attachments' }>): Promise<PdfAnswer> =>
    turns.add(() => askOpen(request.handle, request));

  return {
    warmUp: () => void line.current(),
    open: async (bytes, passwords) => {
      lastHandle += 1;
      const handle = lastHandle;
      openFiles.set(handle, { bytes, passwords, thread: undefined });
      try {
        const answer = await turns.add(() => askOpen(handle));
        if (answer === null || !('pageCount' in answer)) throw new Error('unexpected answer');
        return { handle, pageCount: answer.pageCount };
      } catch (error) {
        openFiles.delete(handle);
        throw error;
      }
    },
    textLayer: async (handle, page) => {
      const answer = await ask({ method: 'textLayer', handle, page });
      return answer !== null && 'lines' in answer ? answer : null;
    },
    scan: async (handle, page) => {
      const answer = await ask({ method: 'scan', handle, page });
      return answer !== null && 'jpeg' in answer ? answer : null;
    },
    raster: async (handle, page, maxPixels) => {
      const answer = await ask({ method: 'raster', handle, page, maxPixels });
      if (answer === null || !('pixels' in answer)) throw new Error('unexpected answer');
      return answer;
    },
    attachments: async (bytes) => {
      const answer = await turns.add(() => line.ask({ method: 'attachments', bytes }));
      return answer !== null && 'attachments' in answer ? answer.attachments : [];
    },
    close: async (handle) => {
      const file = openFiles.get(handle);
      openFiles.delete(handle);
      await turns.add(async () => {
        // What goes wrong while a file is put away is no failure of its pages.
        if (line.isCurrent(file?.thread)) await line.ask({ method: 'close', handle }).catch(() => undefined);
      });
    },
    stop: () => line.stop(),
  };
}

import { Worker } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { EmbeddedScan } from './embedded-scan.ts';
import type { PdfAnswer, PdfQuestion, PdfReply, PdfRequest } from './pdf-messages.ts';

/** PDF work on a thread of its own, so that a hang or a crash of a decoder takes down nothing else. */
export interface PdfThread {
  open(
    bytes: Uint8Array,
    passwords: readonly string[],
  ): Promise<{ readonly handle: number; readonly pageCount: number }>;
  textLayer(handle: number, page: number): Promise<TextLayer | null>;
  scan(handle: number, page: number): Promise<EmbeddedScan | null>;
  raster(handle: number, page: number, maxPixels: number): Promise<Raster>;
  close(handle: number): Promise<void>;
  stop(): Promise<void>;
}

/** Questions to the thread, each answered or failed in time. */
interface Line {
  ask(request: PdfRequest): Promise<PdfAnswer>;
  /** The thread that answers at the moment; started when there is none. */
  current(): Worker;
  stop(): Promise<void>;
}

/** One thread and the questions that wait for it. A question that takes too long ends the thread and fails what else waits there. */
function createLine(timeoutMs: number): Line {
  const waiting = new Map<
    number,
    { resolve(answer: PdfAnswer): void; reject(error: Error): void; readonly timer: NodeJS.Timeout }
  >();
  let thread: Worker | undefined;
  let lastId = 0;

  function end(worker: Worker, code: 'page-timeout' | 'damaged-pdf'): void {
    if (thread !== worker) return;
    thread = undefined;
    for (const one of waiting.values()) {
      clearTimeout(one.timer);
      one.reject(new LiasseFailure(code, 'the PDF thread ended'));
    }
    waiting.clear();
    void worker.terminate();
  }

  function start(): Worker {
    const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.on('message', (reply: PdfReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      clearTimeout(one?.timer);
      if (reply.ok) one?.resolve(reply.answer);
      else one?.reject(new LiasseFailure(reply.code, reply.detail));
    });
    worker.on('error', () => end(worker, 'damaged-pdf'));
    worker.on('exit', () => end(worker, 'damaged-pdf'));
    worker.unref();
    return worker;
  }

  function current(): Worker {
    thread ??= start();
    return thread;
  }

  return {
    current,
    ask: (request) => {
      const worker = current();
      lastId += 1;
      const question: PdfQuestion = { id: lastId, request };
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(worker, 'page-timeout'), timeoutMs);
        waiting.set(question.id, { resolve, reject, timer });
        worker.postMessage(question);
      });
    },
    stop: async () => {
      const worker = thread;
      thread = undefined;
      await worker?.terminate();
    },
  };
}

/** One thread for all open PDF files. When it had to be ended, the next question starts another, in which open files are opened again. */
export function createPdfThread(timeoutMs: number): PdfThread {
  const openFiles = new Map<
    number,
    { readonly bytes: Uint8Array; readonly passwords: readonly string[]; thread: Worker }
  >();
  const line = createLine(timeoutMs);
  let lastHandle = 0;

  /** After a thread was replaced, a file is opened again before it is used. */
  async function ensureOpen(handle: number): Promise<void> {
    const file = openFiles.get(handle);
    if (file === undefined) throw new Error('this PDF is not open');
    const thread = line.current();
    if (file.thread === thread) return;
    file.thread = thread;
    await line.ask({ method: 'open', handle, bytes: file.bytes, passwords: file.passwords });
  }

  return {
    open: async (bytes, passwords) => {
      lastHandle += 1;
      const handle = lastHandle;
      openFiles.set(handle, { bytes, passwords, thread: line.current() });
      try {
        const answer = await line.ask({ method: 'open', handle, bytes, passwords });
        if (answer === null || !('pageCount' in answer)) throw new Error('unexpected answer');
        return { handle, pageCount: answer.pageCount };
      } catch (error) {
        openFiles.delete(handle);
        throw error;
      }
    },
    textLayer: async (handle, page) => {
      await ensureOpen(handle);
      const answer = await line.ask({ method: 'textLayer', handle, page });
      return answer !== null && 'lines' in answer ? answer : null;
    },
    scan: async (handle, page) => {
      await ensureOpen(handle);
      const answer = await line.ask({ method: 'scan', handle, page });
      return answer !== null && 'jpeg' in answer ? answer : null;
    },
    raster: async (handle, page, maxPixels) => {
      await ensureOpen(handle);
      const answer = await line.ask({ method: 'raster', handle, page, maxPixels });
      if (answer === null || !('pixels' in answer)) throw new Error('unexpected answer');
      return answer;
    },
    close: async (handle) => {
      const file = openFiles.get(handle);
      openFiles.delete(handle);
      if (file?.thread === line.current()) await line.ask({ method: 'close', handle });
    },
    stop: () => line.stop(),
  };
}

import { Worker } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster, TextLayer } from '#ports/pages.ts';
import type { PdfAnswer, PdfQuestion, PdfReply, PdfRequest } from './pdf-messages.ts';

/** PDF work on a thread of its own, so that a hang or a crash of a decoder takes down nothing else. */
export interface PdfThread {
  open(
    bytes: Uint8Array,
    passwords: readonly string[],
  ): Promise<{ readonly handle: number; readonly pageCount: number }>;
  textLayer(handle: number, page: number): Promise<TextLayer | null>;
  raster(handle: number, page: number, maxPixels: number): Promise<Raster>;
  close(handle: number): Promise<void>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: PdfAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One thread for all open PDF files. A question that takes longer than `timeoutMs` ends the thread: what else was under way there fails
 * as `page-timeout` too, and the next question starts a fresh thread, in which open files are opened again.
 */
export function createPdfThread(timeoutMs: number): PdfThread {
  const openFiles = new Map<
    number,
    { readonly bytes: Uint8Array; readonly passwords: readonly string[]; thread: Worker | undefined }
  >();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let lastId = 0;

  function failAll(code: 'page-timeout' | 'damaged-pdf'): void {
    for (const one of waiting.values()) {
      clearTimeout(one.timer);
      one.reject(new LiasseFailure(code, 'the PDF thread ended'));
    }
    waiting.clear();
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
    const onEnd = (): void => {
      if (thread !== worker) return;
      thread = undefined;
      failAll('damaged-pdf');
    };
    worker.on('error', onEnd);
    worker.on('exit', onEnd);
    worker.unref();
    return worker;
  }

  function ask(request: PdfRequest): Promise<PdfAnswer> {
    thread ??= start();
    const worker = thread;
    lastId += 1;
    const question: PdfQuestion = { id: lastId, request };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        if (thread === worker) thread = undefined;
        failAll('page-timeout');
        void worker.terminate();
      }, timeoutMs);
      waiting.set(question.id, { resolve, reject, timer });
      worker.postMessage(question);
    });
  }

  /** After a thread was replaced, a file is opened again before it is used. */
  async function reopened(handle: number): Promise<void> {
    const file = openFiles.get(handle);
    if (file === undefined) throw new Error('this PDF is not open');
    thread ??= start();
    if (file.thread === thread) return;
    file.thread = thread;
    await ask({ method: 'open', handle, bytes: file.bytes, passwords: file.passwords });
  }

  return {
    open: async (bytes, passwords) => {
      const handle = openFiles.size === 0 ? 1 : Math.max(...openFiles.keys()) + 1;
      thread ??= start();
      openFiles.set(handle, { bytes, passwords, thread });
      try {
        const answer = await ask({ method: 'open', handle, bytes, passwords });
        if (answer === null || !('pageCount' in answer)) throw new Error('unexpected answer');
        return { handle, pageCount: answer.pageCount };
      } catch (error) {
        openFiles.delete(handle);
        throw error;
      }
    },
    textLayer: async (handle, page) => {
      await reopened(handle);
      const answer = await ask({ method: 'textLayer', handle, page });
      return answer !== null && 'lines' in answer ? answer : null;
    },
    raster: async (handle, page, maxPixels) => {
      await reopened(handle);
      const answer = await ask({ method: 'raster', handle, page, maxPixels });
      if (answer === null || !('pixels' in answer)) throw new Error('unexpected answer');
      return answer;
    },
    close: async (handle) => {
      const file = openFiles.get(handle);
      openFiles.delete(handle);
      if (file !== undefined && file.thread === thread && thread !== undefined) await ask({ method: 'close', handle });
    },
    stop: async () => {
      await thread?.terminate();
      thread = undefined;
    },
  };
}

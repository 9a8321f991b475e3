import type { Worker } from 'tesseract.js';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Recognition, RecognizeOptions, TextRecognizer } from '#ports/text-recognizer.ts';
import { packageVersions } from '../package-versions.ts';
import { createModelFolder } from './model-folder.ts';
import { detectOrientation, type PageWorker, startOrientationWorker, startPageWorker } from './page-worker.ts';

export interface RecognizerOptions {
  /** Engines that read at the same time. */
  readonly workers: number;
  /** A page that takes longer is given up and its engine replaced. */
  readonly pageTimeoutMs: number;
  /** An engine is replaced after so many pages: its memory only grows. */
  readonly pagesPerWorker: number;
}

/** Models an engine starts with: most papers are French. */
const FIRST_MODELS = 'fra';

interface Seat {
  worker: PageWorker | undefined;
  isBusy: boolean;
}

/**
 * tesseract.js as a text recogniser: long-lived engines, each on a thread, chosen by the models they hold. An engine that crashes or hangs is
 * replaced and its page tried once more, then failed alone (`recognizer-failed`, `page-timeout`).
 */
export function createTesseractJsRecognizer(options: RecognizerOptions): TextRecognizer {
  const folder = createModelFolder();
  const seats: Seat[] = Array.from({ length: options.workers }, () => ({ worker: undefined, isBusy: false }));
  const queue: ((seat: Seat) => void)[] = [];
  let orientationWorker: Promise<Worker> | undefined;
  let orientationTurn: Promise<unknown> = Promise.resolve();

  function takeSeat(models: string): Promise<Seat> {
    const free = seats.filter((seat) => !seat.isBusy);
    const seat =
      free.find(({ worker }) => worker?.models === models) ??
      free.find(({ worker }) => worker === undefined) ??
      free[0];
    if (seat === undefined) return new Promise((resolve) => queue.push(resolve));
    seat.isBusy = true;
    return Promise.resolve(seat);
  }

  function leaveSeat(seat: Seat): void {
    const next = queue.shift();
    if (next === undefined) seat.isBusy = false;
    else next(seat);
  }

  async function replace(seat: Seat): Promise<void> {
    const old = seat.worker;
    seat.worker = undefined;
    await old?.end().catch(() => undefined);
  }

  async function readOnSeat(seat: Seat, image: Raster, request: RecognizeOptions): Promise<Recognition> {
    const models = request.models.join('+');
    if (seat.worker !== undefined && seat.worker.pagesRead >= options.pagesPerWorker) await replace(seat);
    seat.worker ??= await startPageWorker(folder.path, models === '' ? FIRST_MODELS : models);
    return within(options.pageTimeoutMs, request.signal, seat.worker.read(image, models, request.layout));
  }

  return {
    engine: 'tesseract.js',
    fingerprint: `${packageVersions(['tesseract.js', 'tesseract.js-core'])} ${folder.fingerprint}`,
    models: folder.models,
    recognize: async (image, request) => {
      const missing = request.models.find((model) => !folder.models.includes(model));
      if (missing !== undefined) throw new LiasseFailure('model-missing', missing);
      const seat = await takeSeat(request.models.join('+'));
      try {
        request.signal.throwIfAborted();
        try {
          return await readOnSeat(seat, image, request);
        } catch (first) {
          await replace(seat);
          if (first instanceof LiasseFailure && first.code === 'cancelled') throw first;
          return await readOnSeat(seat, image, request);
        }
      } catch (error) {
        await replace(seat);
        if (error instanceof LiasseFailure) throw error;
        throw new LiasseFailure(request.signal.aborted ? 'cancelled' : 'recognizer-failed', 'tesseract.js', {
          cause: error,
        });
      } finally {
        leaveSeat(seat);
      }
    },
    orientation: (image, signal) => {
      const detect = async () => {
        signal.throwIfAborted();
        orientationWorker ??= startOrientationWorker(folder.path);
        const engine = await orientationWorker;
        try {
          return await within(options.pageTimeoutMs, signal, detectOrientation(engine, image));
        } catch (error) {
          orientationWorker = undefined;
          await engine.terminate().catch(() => undefined);
          if (error instanceof LiasseFailure && error.code === 'cancelled') throw error;
          // "Too few characters" is an error to the engine and "can't tell" to us.
          return null;
        }
      };
      const turn = orientationTurn.then(detect, detect);
      orientationTurn = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await Promise.all(seats.map(replace));
      await orientationWorker?.then((engine) => engine.terminate()).catch(() => undefined);
      folder.remove();
    },
  };
}

/** Rejects with `page-timeout` or `cancelled` when the work does not end in time; the work itself is left to its engine's end. */
function within<Result>(timeoutMs: number, signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LiasseFailure('page-timeout')), timeoutMs);
    const onAbort = (): void => reject(new LiasseFailure('cancelled'));
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    });
  });
}

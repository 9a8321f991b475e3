import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Recognition, RecognizeOptions, TextRecognizer } from '#ports/text-recognizer.ts';
import { packageVersions } from '../package-versions.ts';
import type { ModelPlaces } from '../tesseract-models/installed-model.ts';
import { createModelFolder } from '../tesseract-models/model-folder.ts';
import { createOrientationDesk } from './orientation-desk.ts';
import { type PageWorker, startPageWorker } from './page-worker.ts';
import { within } from './within.ts';

export interface RecognizerOptions {
  /** Engines that read at the same time. */
  readonly workers: number;
  /** A page whose readings take longer together is given up and its engine replaced. */
  readonly pageTimeoutMs: number;
  /** An engine is replaced after so many pages: its memory only grows. */
  readonly pagesPerWorker: number;
  /** Told after each image how long it took, milliseconds, without the wait for its turn. */
  readonly onWork?: (milliseconds: number) => void;
  /** Where models lie beside those that Liasse brings; undefined: nowhere. */
  readonly modelPlaces?: ModelPlaces | undefined;
}

const NOWHERE: ModelPlaces = { added: '', system: [] };

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
  const folder = createModelFolder(options.modelPlaces ?? NOWHERE);
  const seats: Seat[] = Array.from({ length: options.workers }, () => ({ worker: undefined, isBusy: false }));
  const queue: ((seat: Seat) => void)[] = [];
  const orientation = createOrientationDesk(folder.path, options.pageTimeoutMs / 2);

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
    const spending = request.spending ?? { spentMs: 0 };
    const leftMs = options.pageTimeoutMs - spending.spentMs;
    const startedAt = performance.now();
    try {
      return await within(leftMs, request.signal, seat.worker.read(image, models, request.layout));
    } finally {
      spending.spentMs += performance.now() - startedAt;
    }
  }

  /** One retry on a fresh engine; whatever fails then is the page's fault. Too slow once is too slow twice. */
  async function readTwice(seat: Seat, image: Raster, request: RecognizeOptions): Promise<Recognition> {
    for (const isLast of [false, true]) {
      try {
        request.signal.throwIfAborted();
        return await readOnSeat(seat, image, request);
      } catch (error) {
        await replace(seat);
        const failure = request.signal.aborted ? new LiasseFailure('cancelled') : asReadingFailure(error);
        if (isLast || failure.code === 'cancelled' || failure.code === 'page-timeout') throw failure;
      }
    }
    throw new LiasseFailure('recognizer-failed');
  }

  return {
    engine: 'tesseract.js',
    fingerprint: `${packageVersions(['tesseract.js', 'tesseract.js-core'])} ${folder.fingerprint}`,
    models: folder.models,
    recognize: async (image, request) => {
      const missing = request.models.find((model) => !folder.models.includes(model));
      if (missing !== undefined) throw new LiasseFailure('model-missing', missing);
      if ((request.spending?.spentMs ?? 0) >= options.pageTimeoutMs)
        throw new LiasseFailure('page-timeout', 'no time left for another reading');
      const seat = await takeSeat(request.models.join('+'));
      const startedAt = performance.now();
      try {
        return await readTwice(seat, image, request);
      } finally {
        options.onWork?.(performance.now() - startedAt);
        leaveSeat(seat);
      }
    },
    orientation: (image, signal) => orientation.detect(image, signal),
    close: async () => {
      await Promise.all(seats.map(replace));
      await orientation.close();
      folder.remove();
    },
  };
}

function asReadingFailure(error: unknown): LiasseFailure {
  return error instanceof LiasseFailure
    ? error
    : new LiasseFailure('recognizer-failed', 'tesseract.js', { cause: error });
}

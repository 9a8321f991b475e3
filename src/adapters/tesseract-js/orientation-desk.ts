import type { Worker } from 'tesseract.js';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Orientation } from '#ports/text-recognizer.ts';
import { detectOrientation, startOrientationWorker } from './page-worker.ts';
import { within } from './within.ts';

/** Answers one question after the other about script and turn; its engine starts with the first one. */
export interface OrientationDesk {
  /** Null when there are too few letters to tell. */
  detect(image: Raster, signal: AbortSignal): Promise<Orientation | null>;
  close(): Promise<void>;
}

export function createOrientationDesk(modelPath: string, timeoutMs: number): OrientationDesk {
  let engine: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function detect(image: Raster, signal: AbortSignal): Promise<Orientation | null> {
    if (signal.aborted) throw new LiasseFailure('cancelled');
    engine ??= startOrientationWorker(modelPath);
    const ready = await engine;
    try {
      return await within(timeoutMs, signal, detectOrientation(ready, image));
    } catch (error) {
      engine = undefined;
      await ready.terminate().catch(() => undefined);
      if (error instanceof LiasseFailure && error.code === 'cancelled') throw error;
      // "Too few characters" is an error to the engine and "can't tell" to us.
      return null;
    }
  }

  return {
    detect: (image, signal) => {
      const mine = last.then(() => detect(image, signal));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      await engine?.then((ready) => ready.terminate()).catch(() => undefined);
    },
  };
}

import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { packageVersions } from '../package-versions.ts';
import { createEnginePool } from '../tesseract/engine-pool.ts';
import { createPooledRecognizer } from '../tesseract/pooled-recognizer.ts';
import type { ModelPlaces } from '../tesseract-models/installed-model.ts';
import { createModelFolder } from '../tesseract-models/model-folder.ts';
import { startOrientingThread, startReadingThread } from './engine-threads.ts';

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

/** tesseract.js as a text recogniser: long-lived engines, each on a thread; the one that tells script and turn starts when it is first asked. */
export function createTesseractJsRecognizer(options: RecognizerOptions): TextRecognizer {
  const folder = createModelFolder(options.modelPlaces ?? NOWHERE);
  const pagesPerEngine = options.pagesPerWorker;
  return createPooledRecognizer({
    engine: 'tesseract.js',
    version: packageVersions(['tesseract.js', 'tesseract.js-core']),
    folder,
    reading: createEnginePool({
      engines: options.workers,
      pageTimeoutMs: options.pageTimeoutMs,
      pagesPerEngine,
      onWork: options.onWork,
      start: (models) => startReadingThread(folder.path, models),
    }),
    orienting: createEnginePool({
      engines: 1,
      pageTimeoutMs: options.pageTimeoutMs / 2,
      pagesPerEngine,
      start: () => startOrientingThread(folder.path),
    }),
  });
}

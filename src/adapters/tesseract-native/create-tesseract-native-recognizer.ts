import { asFailure } from '#domain/failure.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { createEnginePool } from '../tesseract/engine-pool.ts';
import { createPooledRecognizer } from '../tesseract/pooled-recognizer.ts';
import type { ModelPlaces } from '../tesseract-models/installed-model.ts';
import { createModelFolder } from '../tesseract-models/model-folder.ts';
import { type NativeEngine, startNativeEngine } from './start-native-engine.ts';
import { createUnpackedModels } from './unpacked-models.ts';

export interface NativeRecognizerOptions {
  /** Where the library may be, the likeliest place first. */
  readonly libraries: readonly string[];
  /** Processes that read at the same time. */
  readonly workers: number;
  /** A page whose readings take longer together is given up and its process killed. */
  readonly pageTimeoutMs: number;
  /** A process is replaced after so many images: its memory only grows. */
  readonly pagesPerWorker: number;
  readonly modelPlaces: ModelPlaces;
  /** Told after each image how long it took, milliseconds, without the wait for its turn. */
  readonly onWork?: (milliseconds: number) => void;
  /** Folder in which unpacked models are kept from run to run. */
  readonly cacheFolder: string;
}

/** The first version whose neural recogniser reads as the one in tesseract.js does. */
const LEAST_MAJOR = 5;

/**
 * The Tesseract of this machine as a text recogniser, with the very models that tesseract.js reads with: its library, loaded by long-lived processes
 * that keep models warm. Undefined when none of the places holds a library that works.
 */
export async function createTesseractNativeRecognizer(
  options: NativeRecognizerOptions,
): Promise<TextRecognizer | undefined> {
  const folder = createModelFolder(options.modelPlaces);
  const models = createUnpackedModels(folder, options.cacheFolder);
  const start = (library: string): Promise<NativeEngine> => startNativeEngine(library, models, options.cacheFolder);
  const found = await firstThatStarts(options.libraries, (library) =>
    Promise.all(Array.from({ length: options.workers }, () => start(library))),
  );
  if (found === undefined) {
    folder.remove();
    return undefined;
  }
  // Those that showed the library to work are the first to read.
  const ready = [...found.engines];
  const pool = createEnginePool<NativeEngine>({
    engines: options.workers,
    pageTimeoutMs: options.pageTimeoutMs,
    pagesPerEngine: options.pagesPerWorker,
    onWork: options.onWork,
    start: async () => ready.pop() ?? start(found.library),
  });
  const recognizer = createPooledRecognizer({
    engine: 'tesseract',
    version: `tesseract@${found.version}`,
    folder,
    reading: pool,
    orienting: pool,
  });
  return {
    ...recognizer,
    close: async () => {
      await Promise.all([...ready.splice(0).map((engine) => engine.end()), recognizer.close()]);
    },
  };
}

async function firstThatStarts(
  libraries: readonly string[],
  start: (library: string) => Promise<readonly NativeEngine[]>,
) {
  for (const library of libraries) {
    try {
      const engines = await start(library);
      const version = engines[0]?.version ?? '';
      if (Number.parseInt(version, 10) >= LEAST_MAJOR) return { library, version, engines };
      await Promise.all(engines.map((engine) => engine.end()));
    } catch (error) {
      // A library for another processor, or half of one: the next place may hold a better.
      if (asFailure(error).code !== 'recognizer-failed' && asFailure(error).code !== 'page-timeout') throw error;
    }
  }
  return undefined;
}

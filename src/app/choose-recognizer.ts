import { findTesseract } from '#adapters/tesseract-native/find-tesseract.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { TextRecognizer } from '#ports/text-recognizer.ts';
import { liasseCache, modelPlaces, searchPath } from './config.ts';

/** Which engine reads: the one Liasse brings along, the one of this machine, or the faster of those that are there. */
export const ENGINES = ['auto', 'js', 'native'] as const;
export type EngineChoice = (typeof ENGINES)[number];

const PAGES_PER_WORKER = 200;

/**
 * The recogniser that was asked for. `auto` takes the machine's own Tesseract where there is one: it reads with the same models in two thirds
 * of the time (`scripts/bench-reading.ts`). `onWork` is told how long the engine worked on each image. Throws `engine-missing` when `native`
 * is asked for and not there.
 */
export async function chooseRecognizer(
  engine: EngineChoice,
  { workers, pageTimeoutMs }: { readonly workers: number; readonly pageTimeoutMs: number },
  onWork: (milliseconds: number) => void = () => undefined,
): Promise<TextRecognizer> {
  const common = { workers, pageTimeoutMs, pagesPerWorker: PAGES_PER_WORKER, modelPlaces: modelPlaces(), onWork };
  const libraries = engine === 'js' ? [] : findTesseract(searchPath());
  // Each engine's libraries are loaded where it reads.
  if (libraries.length > 0) {
    const { createTesseractNativeRecognizer } = await import(
      '#adapters/tesseract-native/create-tesseract-native-recognizer.ts'
    );
    const native = await createTesseractNativeRecognizer({ ...common, libraries, cacheFolder: liasseCache() });
    if (native !== undefined) return native;
  }
  if (engine === 'native') throw new LiasseFailure('engine-missing');
  const { createTesseractJsRecognizer } = await import('#adapters/tesseract-js/create-tesseract-js-recognizer.ts');
  return createTesseractJsRecognizer(common);
}

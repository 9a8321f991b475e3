import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type {
  Orientation,
  PageSpending,
  Recognition,
  RecognizeOptions,
  TextRecognizer,
} from '#ports/text-recognizer.ts';
import { parseTsv } from '../tesseract/parse-tsv.ts';
import type { ModelPlaces } from '../tesseract-models/installed-model.ts';
import { createModelFolder } from '../tesseract-models/model-folder.ts';
import { ORIENTATION_MODEL } from '../tesseract-models/packaged-models.ts';
import type { NativeTesseract } from './find-tesseract.ts';
import { createPageBatches } from './page-batches.ts';
import { parseOrientation } from './parse-orientation.ts';
import { runTesseract } from './run-tesseract.ts';
import { splitPages } from './split-pages.ts';
import { toTiff } from './to-tiff.ts';
import { createUnpackedModels } from './unpacked-models.ts';

export interface NativeRecognizerOptions {
  readonly tesseract: NativeTesseract;
  /** Processes that read at the same time. */
  readonly workers: number;
  /** A page whose readings take longer together is given up and its process killed. */
  readonly pageTimeoutMs: number;
  readonly modelPlaces: ModelPlaces;
  /** Told after each image how long it took, milliseconds, without the wait for its turn. */
  readonly onWork?: (milliseconds: number) => void;
  /** Folder in which unpacked models are kept from run to run. */
  readonly cacheFolder: string;
}

/** Starting a process and loading a model takes a fifth of a second, a quarter of what a page takes; pages that wait share it. */
const MOST_PAGES_TOGETHER = 4;
const LAYOUT = { page: '3', block: '6', line: '7' } as const;
/** Told to the engine so that it does not guess; what counts is letter height, which cleaning has set. */
const DPI = '200';
/** A table of words with their places; and words of one page must not change how the next one is read. */
const TABLE = ['-c', 'tessedit_create_tsv=1', '-c', 'tessedit_enable_doc_dict=0'];

interface Page {
  readonly image: Raster;
  readonly models: readonly string[];
  readonly layout: RecognizeOptions['layout'];
  readonly spending: PageSpending;
}

interface Call {
  readonly images: readonly Raster[];
  readonly models: readonly string[];
  /** Arguments that say what to do with the images. */
  readonly how: readonly string[];
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

/**
 * The `tesseract` of this machine as a text recogniser, with the very models that tesseract.js reads with. Pages that wait for the same
 * models are read by one process. One that crashes or hangs is killed and each of its pages tried once more alone, then failed alone
 * (`recognizer-failed`, `page-timeout`).
 */
export function createTesseractNativeRecognizer(options: NativeRecognizerOptions): TextRecognizer {
  const folder = createModelFolder(options.modelPlaces);
  const unpacked = createUnpackedModels(folder, options.cacheFolder);

  async function call({ images, models, how, silenceMs, signal }: Call): Promise<string> {
    await unpacked.prepare(models);
    const { stdout } = await runTesseract({
      command: options.tesseract.command,
      arguments: ['-', 'stdout', '-l', models.join('+'), '--tessdata-dir', unpacked.path, '--dpi', DPI, ...how],
      input: toTiff(images),
      silenceMs,
      signal,
    });
    return stdout;
  }

  async function readPages(pages: readonly Page[], signal: AbortSignal): Promise<Recognition[]> {
    const images = pages.map(({ image }) => image);
    const { models = [], layout = 'page' } = pages[0] ?? {};
    const startedAt = performance.now();
    try {
      // The page that has most time left decides: a neighbour must not cut it short.
      const silenceMs = options.pageTimeoutMs - Math.min(...pages.map(({ spending }) => spending.spentMs));
      const how = ['--psm', LAYOUT[layout], ...TABLE];
      const tables = splitPages(await call({ images, models, how, silenceMs, signal }), pages.length);
      return images.map((image, index) => parseTsv(tables[index] ?? '', image));
    } finally {
      const share = (performance.now() - startedAt) / pages.length;
      for (const { spending } of pages) {
        spending.spentMs += share;
        options.onWork?.(share);
      }
    }
  }

  async function findOrientation([image]: readonly Raster[], signal: AbortSignal): Promise<(Orientation | null)[]> {
    if (image === undefined) return [];
    try {
      const silenceMs = options.pageTimeoutMs / 2;
      return [
        parseOrientation(
          await call({ images: [image], models: [ORIENTATION_MODEL], how: ['--psm', '0'], silenceMs, signal }),
        ),
      ];
    } catch (error) {
      // "Too few characters" is an error to the engine and "can't tell" to us.
      if (asFailure(error).code === 'recognizer-failed') return [null];
      throw error;
    }
  }

  const reading = createPageBatches({ workers: options.workers, mostTogether: MOST_PAGES_TOGETHER, run: readPages });
  const orientation = createPageBatches({ workers: 1, mostTogether: 1, run: findOrientation });
  return {
    engine: 'tesseract',
    fingerprint: `tesseract@${options.tesseract.version} ${folder.fingerprint}`,
    models: folder.models,
    recognize: async (image, { models, layout, signal, spending = { spentMs: 0 } }) => {
      const missing = models.find((model) => !folder.models.includes(model));
      if (missing !== undefined) throw new LiasseFailure('model-missing', missing);
      if (spending.spentMs >= options.pageTimeoutMs)
        throw new LiasseFailure('page-timeout', 'no time left for another reading');
      return reading.ask({ key: `${models.join('+')} ${layout}`, input: { image, models, layout, spending }, signal });
    },
    orientation: async (image, signal) => {
      try {
        return await orientation.ask({ key: 'orientation', input: image, signal });
      } catch (error) {
        if (asFailure(error).code === 'cancelled') throw error;
        return null;
      }
    },
    close: async () => {
      await Promise.all([reading.close(), orientation.close()]);
      folder.remove();
    },
  };
}

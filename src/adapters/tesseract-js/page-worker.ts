import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Orientation, Recognition } from '#ports/text-recognizer.ts';
import { parseTsv } from '../tesseract/parse-tsv.ts';
import { SCRIPT_CODES } from '../tesseract/script-codes.ts';
import { ORIENTATION_MODEL } from '../tesseract-models/packaged-models.ts';

/** One engine instance on a thread of its own, kept warm. It reads one image at a time. */
export interface PageWorker {
  /** The models loaded at the moment, joined with `+`. */
  readonly models: string;
  readonly pagesRead: number;
  read(image: Raster, models: string, layout: 'page' | 'block' | 'line'): Promise<Recognition>;
  end(): Promise<void>;
}

const LAYOUT = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK, line: PSM.SINGLE_LINE } as const;
/** Told to the engine so that it does not guess from a missing header; what counts is letter height, which cleaning has set. */
const DPI = '200';

/** Starts an engine with its first models. */
export async function startPageWorker(modelPath: string, firstModels: string): Promise<PageWorker> {
  const engine = await createWorker(firstModels, OEM.LSTM_ONLY, engineOptions(modelPath));
  await engine.setParameters({ user_defined_dpi: DPI, debug_file: '/dev/null' });
  const death = deathOf(engine);
  let models = firstModels;
  let pagesRead = 0;
  return {
    get models() {
      return models;
    },
    get pagesRead() {
      return pagesRead;
    },
    read: async (image, wanted, layout) => {
      const work = async (): Promise<Recognition> => {
        if (wanted !== models) {
          await engine.reinitialize(wanted, OEM.LSTM_ONLY);
          models = wanted;
        }
        await engine.setParameters({ tessedit_pageseg_mode: LAYOUT[layout], user_defined_dpi: DPI });
        const { data } = await engine.recognize(
          toPgm(image),
          {},
          { tsv: true, text: false, blocks: false, hocr: false },
        );
        pagesRead += 1;
        return parseTsv(data.tsv ?? '', image);
      };
      return Promise.race([work(), death]);
    },
    end: async () => {
      await engine.terminate();
    },
  };
}

/**
 * Rejects when the engine's thread ends by itself. The library listens for neither event on a thread of Node, so that a dead engine would
 * leave its page waiting, and an error without a listener would end the whole process.
 */
function deathOf(engine: Worker): Promise<never> {
  const death = new Promise<never>((_resolve, reject) => {
    const thread = 'worker' in engine ? engine.worker : undefined;
    if (!(thread instanceof Thread)) return;
    thread.on('error', () => reject(new LiasseFailure('recognizer-failed', 'the engine crashed')));
    thread.on('exit', () => reject(new LiasseFailure('recognizer-failed', 'the engine ended')));
  });
  death.catch(() => undefined);
  return death;
}

/** An engine of the legacy kind, which alone tells script and turn without reading. */
export async function startOrientationWorker(modelPath: string): Promise<Worker> {
  const options = { ...engineOptions(modelPath), legacyCore: true, legacyLang: true };
  const engine = await createWorker(ORIENTATION_MODEL, OEM.TESSERACT_ONLY, options);
  await engine.setParameters({ user_defined_dpi: DPI, debug_file: '/dev/null' });
  void deathOf(engine);
  return engine;
}

/** Script and turn of the print; null when there are too few letters to tell. */
export async function detectOrientation(engine: Worker, image: Raster): Promise<Orientation | null> {
  const { data } = await engine.detect(toPgm(image));
  const {
    orientation_degrees: found,
    orientation_confidence: turnConfidence,
    script,
    script_confidence: scriptConfidence,
  } = data;
  if (found === null || turnConfidence === null) return null;
  const turns = [0, 90, 180, 270] as const;
  // The engine says how far the print is turned; the page has to be turned the rest of the way.
  const turn = turns.find((one) => one === (360 - found) % 360) ?? 0;
  return { turn, turnConfidence, script: SCRIPT_CODES[script ?? ''] ?? null, scriptConfidence: scriptConfidence ?? 0 };
}

function engineOptions(modelPath: string) {
  return {
    langPath: modelPath,
    cacheMethod: 'none',
    gzip: true,
    // Failures come back as rejections; the engine's own printing would go to the user's terminal.
    errorHandler: () => undefined,
  };
}

/** Portable greymap: the cheapest form to hand over (half the time of PNG, a seventh of BMP, as measured on A4 at 200 dpi). */
function toPgm({ width, height, channels, pixels }: Raster): Buffer {
  if (channels !== 1) throw new Error('a grey raster is expected');
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}

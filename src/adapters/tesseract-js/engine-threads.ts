import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Orientation, Recognition } from '#ports/text-recognizer.ts';
import { orientationOf } from '../tesseract/orientation-of.ts';
import { parseTsv } from '../tesseract/parse-tsv.ts';
import type { OrientingEngine, ReadingEngine } from '../tesseract/pooled-recognizer.ts';
import { ORIENTATION_MODEL } from '../tesseract-models/packaged-models.ts';

const LAYOUT = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK, line: PSM.SINGLE_LINE } as const;
/** Told to the engine so that it does not guess from a missing header; what counts is letter height, which cleaning has set. */
const DPI = '200';

/** Starts an engine that reads, on a thread of its own, with its first models. */
export async function startReadingThread(modelPath: string, firstModels: string): Promise<ReadingEngine> {
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
    cpuMs: () => cpuMsOf(engine),
    read: async (image, wanted, { layout, settings }) => {
      const work = async (): Promise<Recognition> => {
        if (wanted !== models) {
          await engine.reinitialize(wanted, OEM.LSTM_ONLY);
          models = wanted;
        }
        await engine.setParameters({ ...settings, tessedit_pageseg_mode: LAYOUT[layout], user_defined_dpi: DPI });
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

/** Starts an engine of the legacy kind, which alone tells script and turn without reading. */
export async function startOrientingThread(modelPath: string): Promise<OrientingEngine> {
  const options = { ...engineOptions(modelPath), legacyCore: true, legacyLang: true };
  const engine = await createWorker(ORIENTATION_MODEL, OEM.TESSERACT_ONLY, options);
  await engine.setParameters({ user_defined_dpi: DPI, debug_file: '/dev/null' });
  const death = deathOf(engine);
  let pagesRead = 0;
  return {
    models: ORIENTATION_MODEL,
    get pagesRead() {
      return pagesRead;
    },
    cpuMs: () => cpuMsOf(engine),
    orient: (image) => {
      pagesRead += 1;
      return Promise.race([detectOrientation(engine, image), death]);
    },
    end: async () => {
      await engine.terminate();
    },
  };
}

async function detectOrientation(engine: Worker, image: Raster): Promise<Orientation | null> {
  // "Too few characters" is an error to the engine and "can't tell" to us.
  const found = await engine.detect(toPgm(image)).catch(() => null);
  if (found === null) return null;
  const { data } = found;
  const { orientation_degrees: counterclockwise, orientation_confidence: turnConfidence, script } = data;
  if (counterclockwise === null || turnConfidence === null) return null;
  return orientationOf({
    degrees: (360 - counterclockwise) % 360,
    turnConfidence,
    script: script ?? '',
    scriptConfidence: data.script_confidence ?? 0,
  });
}

/**
 * Rejects when the engine's thread ends by itself. The library listens for neither event on a thread of Node, so that a dead engine would
 * leave its page waiting, and an error without a listener would end the whole process.
 */
function deathOf(engine: Worker): Promise<never> {
  const death = new Promise<never>((_resolve, reject) => {
    const thread = threadOf(engine);
    if (thread === undefined) return;
    thread.on('error', () => reject(new LiasseFailure('recognizer-failed', 'the engine crashed')));
    thread.on('exit', () => reject(new LiasseFailure('recognizer-failed', 'the engine ended')));
  });
  death.catch(() => undefined);
  return death;
}

function threadOf(engine: Worker): Thread | undefined {
  const thread = 'worker' in engine ? engine.worker : undefined;
  return thread instanceof Thread ? thread : undefined;
}

/** Undefined for a thread that has ended. */
async function cpuMsOf(engine: Worker): Promise<number | undefined> {
  const usage = await threadOf(engine)
    ?.cpuUsage()
    .catch(() => undefined);
  return usage === undefined ? undefined : (usage.user + usage.system) / 1_000;
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

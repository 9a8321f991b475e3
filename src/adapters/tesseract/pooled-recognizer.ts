import { asFailure, LiasseFailure } from '#domain/failure.ts';
import type { Raster } from '#ports/pages.ts';
import type { Orientation, Recognition, RecognizeOptions, TextRecognizer } from '#ports/text-recognizer.ts';
import type { ModelFolder } from '../tesseract-models/model-folder.ts';
import { ORIENTATION_MODEL } from '../tesseract-models/packaged-models.ts';
import type { Engine, EnginePool } from './engine-pool.ts';
import { createSharedSettings, type EngineSettings } from './shared-settings.ts';

export interface HowToRead {
  readonly layout: RecognizeOptions['layout'];
  /** Set before it reads: what it read before must not matter. */
  readonly settings: EngineSettings;
}

/** An engine that reads. */
export interface ReadingEngine extends Engine {
  read(image: Raster, models: string, how: HowToRead): Promise<Recognition>;
}

/** An engine that tells script and turn without reading; null when there are too few letters to tell. */
export interface OrientingEngine extends Engine {
  orient(image: Raster): Promise<Orientation | null>;
}

export interface PooledRecognizerParts<Orienting extends OrientingEngine> {
  readonly engine: string;
  /** Name and version of the engine, without its models. */
  readonly version: string;
  readonly folder: ModelFolder;
  readonly reading: EnginePool<ReadingEngine>;
  readonly orienting: EnginePool<Orienting>;
}

/** What every recogniser made of pooled Tesseract engines has in common. Closing it closes the pools and removes the folder. */
export function createPooledRecognizer<Orienting extends OrientingEngine>(
  parts: PooledRecognizerParts<Orienting>,
): TextRecognizer {
  const { folder, reading, orienting } = parts;
  const settingsOf = createSharedSettings(folder.path);
  return {
    engine: parts.engine,
    fingerprint: `${parts.version} ${folder.fingerprint}`,
    models: folder.models,
    recognize: async (image, { models, layout, signal, spending }) => {
      const missing = models.find((model) => !folder.models.includes(model));
      if (missing !== undefined) throw new LiasseFailure('model-missing', missing);
      const wanted = models.join('+');
      const how = { layout, settings: await settingsOf(models) };
      return reading.run({ models: wanted, signal, spending }, (engine) => engine.read(image, wanted, how));
    },
    orientation: async (image, signal) => {
      try {
        return await orienting.run({ models: ORIENTATION_MODEL, signal }, (engine) => engine.orient(image));
      } catch (error) {
        // A page is read without this answer too; only a run that was stopped stops here.
        if (asFailure(error).code === 'cancelled') throw error;
        return null;
      }
    },
    close: async () => {
      await Promise.all([reading.close(), orienting.close()]);
      folder.remove();
    },
  };
}

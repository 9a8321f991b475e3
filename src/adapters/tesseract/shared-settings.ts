import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { modelConfig } from '../tesseract-models/traineddata.ts';

/** Settings by name, as text. */
export type EngineSettings = Readonly<Record<string, string>>;

/**
 * What Tesseract keeps once for the whole process and not for each model, with its defaults (`edgblob.cpp`, `topitch.cpp`; found by comparing all its
 * variables before and after each model was loaded). The configuration inside a model sets it when the model is loaded: that of Chinese ones looks for
 * outlines otherwise, and every Latin page that the process read afterwards was read so.
 */
export const SHARED_DEFAULTS: EngineSettings = {
  edges_use_new_outline_complexity: '0',
  edges_children_fix: '0',
  edges_max_children_per_outline: '10',
  edges_max_children_layers: '5',
  edges_children_count_limit: '45',
  textord_force_make_prop_words: '0',
};

/** Enough of a model's beginning, packed or not, to hold its configuration, which is its first part. */
const CONFIG_BYTES = 65_536;

/** What has to be set before anything is read with models of these configurations, whatever was read before. */
export function sharedSettings(configs: readonly string[]): EngineSettings {
  const settings = new Map(Object.entries(SHARED_DEFAULTS));
  for (const line of configs.join('\n').split('\n')) {
    const [name = '', value = ''] = line.trim().split(/\s+/);
    if (settings.has(name)) settings.set(name, value);
  }
  return Object.fromEntries(settings);
}

/** The same by names of models in a folder; each model's configuration is read once. */
export function createSharedSettings(folder: string): (models: readonly string[]) => Promise<EngineSettings> {
  const configs = new Map<string, Promise<string>>();
  const configOf = (model: string): Promise<string> => {
    const reading = configs.get(model) ?? readConfig(join(folder, `${model}.traineddata.gz`));
    configs.set(model, reading);
    // What can't be opened now must not be remembered as a model that is not there.
    reading.catch(() => configs.delete(model));
    return reading;
  };
  return async (models) => sharedSettings(await Promise.all(models.map(configOf)));
}

async function readConfig(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CONFIG_BYTES), 0, CONFIG_BYTES, 0);
    return modelConfig(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFolder } from '../tesseract-models/model-folder.ts';
import { unpacked } from '../tesseract-models/traineddata.ts';

/** The packaged models as the binary wants them: unpacked, in one folder. */
export interface UnpackedModels {
  readonly path: string;
  /** Unpacks what is not yet there. Safe while other processes do the same. */
  prepare(models: readonly string[]): Promise<void>;
}

/** Unpacks models at first use into a cache folder that is named by what it holds, so that new packages never meet old models. */
export function createUnpackedModels(folder: ModelFolder, cache: string): UnpackedModels {
  const path = join(cache, 'tessdata', createHash('sha256').update(folder.fingerprint).digest('hex').slice(0, 16));
  const ready = new Map<string, Promise<void>>();

  async function unpack(model: string): Promise<void> {
    const target = join(path, `${model}.traineddata`);
    if (existsSync(target)) return;
    await mkdir(path, { recursive: true });
    const bytes = unpacked(await readFile(join(folder.path, `${model}.traineddata.gz`)));
    // Complete under another name first: a process that is killed leaves no half model behind.
    const draft = `${target}.${randomUUID()}`;
    try {
      await writeFile(draft, bytes);
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
  }

  return {
    path,
    prepare: async (models) => {
      for (const model of models) {
        const work = ready.get(model) ?? unpack(model);
        ready.set(model, work);
        // A full disk today must not be remembered as a missing model tomorrow.
        await work.catch((error: unknown) => {
          ready.delete(model);
          throw error;
        });
      }
    },
  };
}

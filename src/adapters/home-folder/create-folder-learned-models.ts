import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LearnedModel, learnedModelSchema } from '#definitions/learned-model.schema.ts';
import { writeWhole } from '../write-whole.ts';

/** Models learned from an organisation's corrections, one a pipeline, and the one before it. */
export interface LearnedModels {
  /** Undefined when nothing was learned, or the file can't be read: Liasse then reads with what it brings. */
  find(pipelineId: string): Promise<LearnedModel | undefined>;
  save(pipelineId: string, model: LearnedModel): Promise<void>;
  /** Takes the last learning back; false when there was none. */
  undo(pipelineId: string): Promise<boolean>;
}

/** Learned models as files of a folder. */
export function createFolderLearnedModels(folder: string): LearnedModels {
  const now = (id: string): string => join(folder, `${id}.json`);
  const before = (id: string): string => join(folder, `${id}.before.json`);
  return {
    find: async (id) => {
      try {
        return learnedModelSchema.safeParse(JSON.parse(await readFile(now(id), 'utf8'))).data;
      } catch {
        return undefined;
      }
    },
    save: async (id, model) => {
      await moveIfThere(now(id), before(id));
      await writeWhole(now(id), JSON.stringify(model));
    },
    undo: async (id) => {
      if (await moveIfThere(before(id), now(id))) return true;
      try {
        await rm(now(id));
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

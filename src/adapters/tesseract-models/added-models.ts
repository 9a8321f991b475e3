import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type InstalledModel, MODEL_ID } from './installed-model.ts';

/** What is noted about a model when it is added; it lies beside the model. */
const cardSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  /** Name of the file or package it came from. */
  origin: z.string(),
});
export type ModelCard = z.infer<typeof cardSchema>;

/** The user's model folder has one folder a model: the model itself, unpacked, and its card. */
export const modelPaths = (folder: string, id: string) => ({
  home: join(folder, id),
  model: join(folder, id, `${id}.traineddata`),
  card: join(folder, id, 'model.json'),
});

/** A model of the user's folder; no card when that can't be read, no model when its file is gone or has another size than noted. */
export interface AddedModel {
  readonly id: string;
  readonly card: ModelCard | undefined;
  readonly model: InstalledModel | undefined;
}

/** What lies in the user's model folder, by name. A folder that is not there holds nothing. */
export function addedModels(folder: string): AddedModel[] {
  return namesIn(folder)
    .filter((id) => MODEL_ID.test(id))
    .sort()
    .map((id) => {
      const paths = modelPaths(folder, id);
      const card = readCard(paths.card);
      if (card === undefined || sizeOf(paths.model) !== card.bytes) return { id, card, model: undefined };
      const identity = `${id}#${card.sha256}`;
      return { id, card, model: { id, source: 'added', file: paths.model, identity, origin: card.origin } };
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    // Nothing was ever added, or the folder is closed to us: both mean that no added model can be used.
    return [];
  }
}

function readCard(path: string): ModelCard | undefined {
  try {
    return cardSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

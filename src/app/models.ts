import { statSync } from 'node:fs';
import { addedModels } from '#adapters/tesseract-models/added-models.ts';
import { findModels } from '#adapters/tesseract-models/find-models.ts';
import { MODEL_ID, type ModelPlaces, type ModelSource } from '#adapters/tesseract-models/installed-model.ts';
import { installedModels } from '#adapters/tesseract-models/installed-models.ts';
import { ORIENTATION_MODEL, packagedModels } from '#adapters/tesseract-models/packaged-models.ts';
import { removeModel, type StoreOutcome, storeModel } from '#adapters/tesseract-models/store-model.ts';
import { type ModelCheck, verifyModels } from '#adapters/tesseract-models/verify-models.ts';
import type { Reading } from '#definitions/reading.schema.ts';
import { asFailure, LiasseFailure } from '#domain/failure.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';

/** Whether a text can be the name of a model, such as `rus` or `chi_sim`; anything else could lead out of the model folder. */
export function isModelId(text: string): boolean {
  return MODEL_ID.test(text);
}

/** An installed model, and what it is good for. */
export interface ListedModel {
  readonly id: string;
  readonly source: ModelSource;
  /** Whether it is used in place of one that comes with Liasse. */
  readonly isInPlaceOfPackaged: boolean;
  readonly sizeBytes: number;
  readonly origin: string;
  readonly file: string;
  /** Tells script and direction only. */
  readonly isOrientation: boolean;
  /** Languages (ISO 639) of the pipeline that it can read; none when the pipeline does not name it. */
  readonly languages: readonly { readonly code: string; readonly isExact: boolean }[];
}

/** A language of the pipeline whose own model is not installed. */
export interface ModelGap {
  readonly language: string;
  /** The model to add. */
  readonly missing: string;
  /** The model that reads it meanwhile, less exactly; null when none does. */
  readonly readWith: string | null;
}

export interface ModelList {
  readonly models: readonly ListedModel[];
  readonly gaps: readonly ModelGap[];
  /** Added models that can't be used: their file is gone, cut off, or nothing is noted about it. */
  readonly unusable: readonly string[];
}

/** The models that can be used, and what the pipeline's languages miss. */
export function listModels(reading: Reading, places: ModelPlaces): ModelList {
  const installed = installedModels(places);
  const packaged = new Set(packagedModels().map(({ id }) => id));
  const choice = chooseModels(
    reading,
    installed.map(({ id }) => id),
  );
  return {
    models: installed.map(({ id, source, file, origin }) => ({
      id,
      source,
      isInPlaceOfPackaged: source === 'added' && packaged.has(id),
      sizeBytes: statSync(file).size,
      origin,
      file,
      isOrientation: id === ORIENTATION_MODEL,
      languages: Object.entries(reading.languages).flatMap(([code, { models, lessExact }]) =>
        models.includes(id) ? [{ code, isExact: !lessExact.includes(id) }] : [],
      ),
    })),
    gaps: Object.keys(reading.languages).flatMap((language) => {
      const readWith = choice.bestOf(language);
      const missing = choice.missingFor(language, readWith ?? '');
      return missing === undefined ? [] : [{ language, missing, readWith: readWith ?? null }];
    }),
    unusable: addedModels(places.added).flatMap(({ id, model }) => (model === undefined ? [id] : [])),
  };
}

/** What became of one model that was to be added. */
export interface AddedOrNot {
  /** Null when not even the model's name is known. */
  readonly id: string | null;
  readonly outcome: StoreOutcome | 'refused';
  /** Why it was refused. */
  readonly failure: LiasseFailure | null;
}

/** Adds every model below the paths, one after the other; what can't be added is refused alone, with its reason. */
export async function* addModels(
  paths: readonly string[],
  options: { readonly folder: string; readonly asId?: string | undefined; readonly isReplacing: boolean },
): AsyncGenerator<AddedOrNot> {
  for (const path of paths) {
    try {
      for await (const found of findModels(path, options.asId)) yield await addOne(found, options);
    } catch (error) {
      yield refused(null, error);
    }
  }
}

type Found = ReturnType<typeof findModels> extends AsyncGenerator<infer Model> ? Model : never;

async function addOne(
  found: Found,
  { folder, isReplacing }: { readonly folder: string; readonly isReplacing: boolean },
): Promise<AddedOrNot> {
  if ('failure' in found) return refused(found.id, found.failure);
  try {
    return { id: found.id, outcome: await storeModel(folder, found, isReplacing), failure: null };
  } catch (error) {
    return refused(found.id, error);
  }
}

function refused(id: string | null, error: unknown): AddedOrNot {
  return { id, outcome: 'refused', failure: asFailure(error) };
}

/** Takes models away that were added; those that come with Liasse are used again. Throws `model-not-added` before anything is taken away. */
export async function removeModels(ids: readonly string[], folder: string): Promise<void> {
  const added = new Set(addedModels(folder).map(({ id }) => id));
  const unknown = ids.find((id) => !added.has(id));
  if (unknown !== undefined) throw new LiasseFailure('model-not-added', unknown);
  for (const id of new Set(ids)) await removeModel(folder, id);
}

/** Every model compared with what was published or noted about it; of those named only, when any are. Throws `model-missing` for an unknown name. */
export function checkModels(ids: readonly string[], places: ModelPlaces): ModelCheck[] {
  const checks = verifyModels(places);
  const unknown = ids.find((id) => !checks.some((check) => check.id === id));
  if (unknown !== undefined) throw new LiasseFailure('model-missing', unknown);
  return ids.length === 0 ? checks : checks.filter(({ id }) => ids.includes(id));
}

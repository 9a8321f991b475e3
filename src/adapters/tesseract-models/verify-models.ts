import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { addedModels, modelPaths } from './added-models.ts';
import type { ModelPlaces, ModelSource } from './installed-model.ts';
import { installedModels } from './installed-models.ts';
import { packagedManifest, packagedModels } from './packaged-models.ts';

/**
 * `good`: the very bytes that were published or added. `changed`: other bytes, or a card that can't be read. `missing`: the file is gone.
 * `unlisted`: nobody noted its bytes (a package that was installed besides, a model of the machine), so there is nothing to compare.
 */
export type ModelState = 'good' | 'changed' | 'missing' | 'unlisted';

export interface ModelCheck {
  readonly id: string;
  readonly source: ModelSource;
  readonly state: ModelState;
  /** Where the model is, or should be; the package of a missing one. */
  readonly place: string;
}

/** Compares every model byte for byte (SHA-256) with what was published or noted at adding. */
export function verifyModels(places: ModelPlaces): ModelCheck[] {
  return [...verifyPackaged(), ...verifyAdded(places.added), ...listSystem(places)];
}

function verifyPackaged(): ModelCheck[] {
  const manifest = packagedManifest();
  const models = packagedModels();
  const missing = Object.keys(manifest).filter((id) => !models.some((model) => model.id === id));
  return [
    ...missing.map((id) => check(id, 'packaged', 'missing', manifest[id]?.package ?? id)),
    ...models.map(({ id, file }) => {
      const wanted = manifest[id]?.sha256;
      return check(id, 'packaged', wanted === undefined ? 'unlisted' : compared(file, wanted), file);
    }),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function verifyAdded(folder: string): ModelCheck[] {
  return addedModels(folder).map(({ id, card }) => {
    const file = modelPaths(folder, id).model;
    if (!existsSync(file)) return check(id, 'added', 'missing', file);
    return check(id, 'added', card === undefined ? 'changed' : compared(file, card.sha256), file);
  });
}

/** Of the machine's own models only those that are used. */
function listSystem(places: ModelPlaces): ModelCheck[] {
  return installedModels(places)
    .filter(({ source }) => source === 'system')
    .map(({ id, file }) => check(id, 'system', 'unlisted', file));
}

function check(id: string, source: ModelSource, state: ModelState, place: string): ModelCheck {
  return { id, source, state, place };
}

function compared(file: string, sha256: string): ModelState {
  return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256 ? 'good' : 'changed';
}

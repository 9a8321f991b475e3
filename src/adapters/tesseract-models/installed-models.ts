import { addedModels } from './added-models.ts';
import type { InstalledModel, ModelPlaces } from './installed-model.ts';
import { packagedModels } from './packaged-models.ts';
import { systemModels } from './system-models.ts';

/**
 * The models that can be used, one of each name, in the order of their names: what the user added comes before what Liasse brings, and
 * that before what a tesseract on this machine has. The orientation model is among them.
 */
export function installedModels(places: ModelPlaces): InstalledModel[] {
  const added = addedModels(places.added).flatMap(({ model }) => model ?? []);
  const byId = new Map<string, InstalledModel>();
  for (const model of [...added, ...packagedModels(), ...systemModels(places.system)])
    if (!byId.has(model.id)) byId.set(model.id, model);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

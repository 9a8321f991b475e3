import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type InstalledModel, MODEL_FILE } from './installed-model.ts';
import { MODEL_HEAD_BYTES, problemOfHead } from './traineddata.ts';

/** The models in the `tessdata` folders of an installed tesseract that the neural recogniser can load; folders that are not there hold none. */
export function systemModels(folders: readonly string[]): InstalledModel[] {
  const found = new Map<string, InstalledModel>();
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const id = MODEL_FILE.exec(name)?.[1];
      if (id === undefined || name.endsWith('.gz') || found.has(id)) continue;
      const model = usableModel(id, join(folder, name));
      if (model !== undefined) found.set(id, model);
    }
  }
  return [...found.values()];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Only the beginning is read: a folder of the whole collection has a gigabyte. */
function usableModel(id: string, file: string): InstalledModel | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size, mtimeMs } = fstatSync(handle);
    const head = new Uint8Array(MODEL_HEAD_BYTES);
    const length = readSync(handle, head, 0, MODEL_HEAD_BYTES, 0);
    if (problemOfHead(head.subarray(0, length), size) !== undefined) return undefined;
    return { id, source: 'system', file, identity: `${id}:${size}:${Math.round(mtimeMs)}`, origin: file };
  } catch {
    // A model that can't be opened is as good as not there; nobody promised it.
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProcessAlive } from '../is-process-alive.ts';
import type { ModelPlaces } from './installed-model.ts';
import { installedModels } from './installed-models.ts';
import { ORIENTATION_MODEL } from './packaged-models.ts';

/** The recognition models that are installed, in one folder as the engine wants them. */
export interface ModelFolder {
  readonly path: string;
  /** Model ids (`fra`, `ara`, …) without the orientation model. */
  readonly models: readonly string[];
  /** What all models are, so that other models make another fingerprint. */
  readonly fingerprint: string;
  remove(): void;
}

/** Of this machine; another may share its temporary folder. */
const PREFIX = `liasse-models-${hostname().replace(/[^\w.-]/g, '')}-`;

/**
 * Links the models that are installed into one temporary folder: an engine takes a single path, and tesseract.js would by default fetch
 * from the network. The folder holds links only and is removed at the end.
 */
export function createModelFolder(places: ModelPlaces): ModelFolder {
  const installed = installedModels(places);
  removeAbandoned();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Named as packed whatever they are: the engine looks for one name only, then at the bytes.
  for (const { id, file } of installed) symlinkSync(file, join(path, `${id}.traineddata.gz`));
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    path,
    models: installed.map(({ id }) => id).filter((id) => id !== ORIENTATION_MODEL),
    fingerprint: installed.map(({ identity }) => identity).join(' '),
    remove,
  };
}

/** A process that was killed could not remove its own. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (pid > 0 && !isProcessAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

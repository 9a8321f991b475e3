import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The smaller of the two builds every package holds: as exact on our scans, faster to load. */
const BUILD = '4.0.0_best_int';
/** Script and orientation, used with the legacy recogniser only. */
export const ORIENTATION_MODEL = 'osd';

/** The recognition models that are installed, in one folder as the engine wants them. */
export interface ModelFolder {
  readonly path: string;
  /** Model ids (`fra`, `ara`, …) without the orientation model. */
  readonly models: readonly string[];
  /** Names and versions of all models. */
  readonly fingerprint: string;
  remove(): void;
}

const manifestSchema = z.object({ version: z.string() });

/**
 * Links the models of the `@tesseract.js-data` packages into one temporary folder: an engine takes a single path, and tesseract.js would by default
 * fetch from the network. The folder holds links only and is removed at the end.
 */
export function createModelFolder(): ModelFolder {
  const require = createRequire(import.meta.url);
  const packages = dirname(dirname(require.resolve(`@tesseract.js-data/${ORIENTATION_MODEL}/package.json`)));
  const names = readdirSync(packages).sort();
  const path = mkdtempSync(join(tmpdir(), 'liasse-models-'));
  for (const name of names) {
    const file = `${name}.traineddata.gz`;
    symlinkSync(join(packages, name, BUILD, file), join(path, file));
  }
  const versions = names.map((name) => {
    const { version } = manifestSchema.parse(JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')));
    return `${name}@${version}`;
  });
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    path,
    models: names.filter((name) => name !== ORIENTATION_MODEL),
    fingerprint: `${BUILD} ${versions.join(' ')}`,
    remove,
  };
}

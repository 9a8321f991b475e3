import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownPipelines } from './config.ts';

/** The pipelines of this installation: those that come with Liasse, unless it has its own. */
export const PIPELINES = ownPipelines() ?? fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** The folder of a pipeline of this installation. */
export function pipelineFolder(id: string): string {
  return join(PIPELINES, id);
}

/** Folders with a `pipeline.yaml`-shaped life of their own; `schemas` holds generated files. */
export async function pipelineNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'schemas')
    .map((entry) => entry.name)
    .sort();
}

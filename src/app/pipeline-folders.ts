import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pipelines that come with Liasse. */
export const PIPELINES = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** The folder of a pipeline that comes with Liasse. */
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

import { join } from 'node:path';
import { readThroughCache } from '#adapters/definition-folder/kept-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { liasseCache } from './config.ts';
import { DefinitionFailure } from './definition-failure.ts';
import { PIPELINES, pipelineNames } from './pipeline-folders.ts';

/** Reads a pipeline by its id. Throws `DefinitionFailure` with every problem when it can't be used, or when there is none of that name. */
export async function loadPipeline(id: string, folder = PIPELINES): Promise<Pipeline> {
  const known = await pipelineNames(folder);
  if (!known.includes(id)) {
    throw new DefinitionFailure([{ file: id, line: 1, column: 1, path: '', expected: `one of: ${known.join(', ')}` }]);
  }
  const kept = join(liasseCache(), 'pipelines', `${id}.kept`);
  return readThroughCache(join(folder, id), kept, () => readUsable(folder, id));
}

async function readUsable(folder: string, id: string): Promise<Pipeline> {
  // Schemas and parsers are not even loaded where nothing changed since the last run.
  const { readAndCheck } = await import('./check-pipelines.ts');
  const { pipeline, problems } = await readAndCheck(folder, id);
  if (pipeline === undefined || problems.length > 0) throw new DefinitionFailure(problems);
  return pipeline;
}

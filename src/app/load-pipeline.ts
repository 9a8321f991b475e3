import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPipeline } from '#adapters/definition-folder/read-pipeline.ts';
import { checkPipeline } from '#definitions/check-pipeline.ts';
import { type DefinitionProblem, describeProblem } from '#definitions/parse-definition.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { DefinitionFailure } from './definition-failure.ts';

/** The pipelines that come with Liasse. */
const PIPELINES = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** Reads a pipeline by its id. Throws `DefinitionFailure` with every problem when it can't be used, or when there is none of that name. */
export async function loadPipeline(id: string, folder = PIPELINES): Promise<Pipeline> {
  const known = await pipelineNames(folder);
  if (!known.includes(id)) {
    throw new DefinitionFailure([{ file: id, line: 1, column: 1, path: '', expected: `one of: ${known.join(', ')}` }]);
  }
  const { pipeline, problems } = await readAndCheck(folder, id);
  if (pipeline === undefined || problems.length > 0) throw new DefinitionFailure(problems);
  return pipeline;
}

/** The folder of a pipeline that comes with Liasse. */
export function pipelineFolder(id: string): string {
  return join(PIPELINES, id);
}

/** Every pipeline of a folder with all that is wrong, one line a problem. */
export async function checkPipelines(folder = PIPELINES): Promise<{ pipelines: Pipeline[]; problems: string[] }> {
  const pipelines: Pipeline[] = [];
  const problems: string[] = [];
  for (const name of await pipelineNames(folder)) {
    const reading = await readAndCheck(folder, name);
    problems.push(...reading.problems.map(describeProblem));
    if (reading.pipeline !== undefined) pipelines.push(reading.pipeline);
  }
  return { pipelines, problems };
}

async function readAndCheck(
  folder: string,
  name: string,
): Promise<{ pipeline: Pipeline | undefined; problems: DefinitionProblem[] }> {
  const reading = await readPipeline(join(folder, name));
  const problems = [...reading.problems, ...(reading.pipeline === undefined ? [] : checkPipeline(reading.pipeline))];
  return {
    pipeline: reading.pipeline,
    problems: problems.map((problem) => ({ ...problem, file: join(name, problem.file) })),
  };
}

/** Folders with a `pipeline.yaml`-shaped life of their own; `schemas` holds generated files. */
async function pipelineNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'schemas')
    .map((entry) => entry.name)
    .sort();
}

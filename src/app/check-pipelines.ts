import { join } from 'node:path';
import { readCasework } from '#adapters/definition-folder/read-casework.ts';
import { readPipeline } from '#adapters/definition-folder/read-pipeline.ts';
import { readRouting } from '#adapters/definition-folder/read-routing.ts';
import { checkCasework } from '#definitions/casework/check-casework.ts';
import { checkPipeline } from '#definitions/check-pipeline.ts';
import { checkRouting } from '#definitions/check-routing.ts';
import { type DefinitionProblem, describeProblem } from '#definitions/definition-problem.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { PIPELINES, pipelineNames } from './pipeline-folders.ts';

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

/** One pipeline of a folder, and all that is wrong in its files and between them. */
export async function readAndCheck(
  folder: string,
  name: string,
): Promise<{ pipeline: Pipeline | undefined; problems: DefinitionProblem[] }> {
  const path = join(folder, name);
  const [{ pipeline, problems: ofFiles }, { casework, problems: ofCases }, { routing, problems: ofRouting }] =
    await Promise.all([readPipeline(path), readCasework(path), readRouting(path)]);
  const between = pipeline === undefined ? [] : [...checkPipeline(pipeline), ...checkCasework(pipeline, casework)];
  const routes = pipeline === undefined || routing === undefined ? [] : checkRouting(pipeline, routing);
  const problems = [...ofFiles, ...ofCases, ...ofRouting, ...between, ...routes];
  return {
    pipeline,
    problems: problems.map((problem) => ({ ...problem, file: join(name, problem.file) })),
  };
}

import { join } from 'node:path';
import { readRouting } from '#adapters/definition-folder/read-routing.ts';
import type { Routing } from '#definitions/routing.schema.ts';
import { DefinitionFailure } from '../definition-failure.ts';
import { pipelineFolder } from '../pipeline-folders.ts';

/** Who translates what; undefined where the pipeline sends nothing by itself. Throws `DefinitionFailure` with every problem. */
export async function loadRouting(pipelineId: string): Promise<Routing | undefined> {
  const { routing, problems } = await readRouting(pipelineFolder(pipelineId));
  if (problems.length > 0)
    throw new DefinitionFailure(problems.map((problem) => ({ ...problem, file: join(pipelineId, problem.file) })));
  return routing;
}

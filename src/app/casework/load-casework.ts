import { join } from 'node:path';
import { readCasework } from '#adapters/definition-folder/read-casework.ts';
import type { Casework } from '#definitions/casework/casework.ts';
import { DefinitionFailure } from '../definition-failure.ts';
import { pipelineFolder } from '../pipeline-folders.ts';

/** What a pipeline knows about cases as a whole. Throws `DefinitionFailure` with every problem. */
export async function loadCasework(pipelineId: string): Promise<Casework> {
  const { casework, problems } = await readCasework(pipelineFolder(pipelineId));
  if (problems.length > 0)
    throw new DefinitionFailure(problems.map((problem) => ({ ...problem, file: join(pipelineId, problem.file) })));
  return casework;
}

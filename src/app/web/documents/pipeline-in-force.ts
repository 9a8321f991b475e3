import type { Pipeline } from '#definitions/pipeline.ts';
import { withWhatWasLearned } from '../../learned-pipeline.ts';
import type { Web } from '../open-web.ts';

/** The knowledge that papers are judged by, with what was learned. Throws `DefinitionFailure`. */
export async function pipelineInForce({ keeping, knowledge }: Web): Promise<Pipeline> {
  return withWhatWasLearned((await knowledge()).pipeline, keeping.learnedModels);
}

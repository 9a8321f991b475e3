import type { Pipeline } from '#definitions/pipeline.ts';
import { withWhatWasLearned } from '../../learned-pipeline.ts';
import { loadPipeline } from '../../load-pipeline.ts';
import type { Web } from '../open-web.ts';

/** Reading a pipeline takes longer than judging a paper; it changes when Liasse is changed. */
const KEPT_MS = 60_000;
const read = new Map<string, { readonly at: number; readonly pipeline: Promise<Pipeline> }>();

/** The knowledge that papers are judged by, with what was learned. Throws `DefinitionFailure`. */
export async function pipelineInForce({ keeping, settings: { pipelineId } }: Web): Promise<Pipeline> {
  return withWhatWasLearned(await recent(pipelineId), keeping.learnedModels);
}

function recent(id: string): Promise<Pipeline> {
  const known = read.get(id);
  if (known !== undefined && performance.now() - known.at < KEPT_MS) return known.pipeline;
  const pipeline = loadPipeline(id);
  read.set(id, { at: performance.now(), pipeline });
  pipeline.catch(() => read.delete(id));
  return pipeline;
}

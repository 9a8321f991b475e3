import type { LearnedModel } from '#definitions/learned-model.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { digestOf } from '#engine/stage-key.ts';
import type { LearnedModels } from '#ports/learned-models.ts';

/** The pipeline with what the organisation's corrections taught, if anything; its version then says so. */
export async function withWhatWasLearned(
  pipeline: Pipeline,
  models: Pick<LearnedModels<LearnedModel>, 'find'> | undefined,
): Promise<Pipeline> {
  const learned = await models?.find(pipeline.id);
  return learned === undefined || isOutOfDate(learned, pipeline) ? pipeline : learnedPipeline(pipeline, learned);
}

/** Whether it was learned on top of another model than the one Liasse brings now: `liasse learn` learns again from the same corrections. */
export function isOutOfDate({ basedOn }: LearnedModel, { classifierModel }: Pipeline): boolean {
  return basedOn !== classifierModel.trainingSet;
}

function learnedPipeline(pipeline: Pipeline, { lesson }: LearnedModel): Pipeline {
  const version = `${pipeline.version}.learned-${digestOf(lesson).slice(0, 8)}`;
  return { ...pipeline, lesson, version };
}

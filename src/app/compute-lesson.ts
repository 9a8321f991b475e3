import { readKnownPapers } from '#adapters/definition-folder/read-known-papers.ts';
import type { Lesson } from '#definitions/lesson.schema.ts';
import { judgeGain, type Refusal } from '#learning/judge-gain.ts';
import { type Gain, learnFrom } from '#learning/learn-from.ts';
import { trainingSetHash } from '#learning/train-model.ts';
import { type LabelledPaper, weighPaper } from '#learning/weigh-papers.ts';
import { type KnownPapers, weighReplay } from '#learning/weigh-replay.ts';
import { loadModel } from '#stages/classify/score-by-model.ts';
import { DefinitionFailure } from './definition-failure.ts';
import { loadPipeline } from './load-pipeline.ts';
import { pipelineFolder } from './pipeline-folders.ts';

/** What corrected papers teach, what that is worth, and why it may not be taken. */
export interface ComputedLesson {
  readonly lesson: Lesson;
  readonly gain: Gain;
  readonly refusals: readonly Refusal[];
  /** The papers that the model knew which it was learned on top of. */
  readonly basedOn: string;
}

/** Works the lesson out; keeps nothing. Throws `DefinitionFailure`. */
export async function computeLesson(pipelineId: string, corrected: readonly LabelledPaper[]): Promise<ComputedLesson> {
  const pipeline = await loadPipeline(pipelineId);
  const known = await knownPapers(pipelineId);
  const model = loadModel(pipeline.classifierModel);
  const papers = {
    corrected: corrected.map((paper) => weighPaper(paper, model, pipeline)),
    known: weighReplay(known, new Set(corrected.map(({ language }) => language)), pipeline),
  };
  const { lesson, gain } = learnFrom(papers, pipeline.classification);
  const refusals = judgeGain(gain, pipeline.classification.learning);
  return { lesson, gain, refusals, basedOn: pipeline.classifierModel.trainingSet };
}

/** Throws `DefinitionFailure` when they can't be read, or when what is known of them is of other papers. */
async function knownPapers(pipelineId: string): Promise<KnownPapers> {
  const { papers, heldBack, problems } = await readKnownPapers(pipelineFolder(pipelineId));
  if (heldBack === undefined || problems.length > 0) throw new DefinitionFailure(problems);
  if (heldBack.trainingSet !== trainingSetHash(papers)) {
    const expected = 'to be made from the papers in training/: npm run train';
    throw new DefinitionFailure([{ file: 'models/held-back.json', line: 1, column: 1, path: 'trainingSet', expected }]);
  }
  return { papers, heldBack };
}

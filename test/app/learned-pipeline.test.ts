import { beforeAll, describe, expect, it } from 'vitest';
import { withWhatWasLearned } from '#app/learned-pipeline.ts';
import { loadPipeline } from '#app/load-pipeline.ts';
import type { LearnedModel } from '#definitions/learned-model.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { digestOf } from '#engine/stage-key.ts';
import { packRows } from '#learning/pack-rows.ts';
import { classify } from '#stages/classify/stage.ts';

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await loadPipeline('humanitarian-permit');
});

const learned = (weight: number, basedOn = pipeline.classifierModel.trainingSet): LearnedModel => ({
  format: 'liasse.learned/2',
  basedOn,
  papers: 12,
  at: '2026-11-23T10:00:00Z',
  lesson: {
    format: 'liasse.lesson/1',
    ...packRows({ keys: [7], types: ['other', 'pay-slip'], weights: Float64Array.from([-weight, weight]) }, 10),
  },
});
const judgedBy = async (model: LearnedModel | undefined): Promise<Pipeline> =>
  withWhatWasLearned(pipeline, { find: async () => model });

describe('the knowledge with what was learned', () => {
  it('is another version with other rules for classifying, and each lesson gives its own', async () => {
    const [one, other] = [await judgedBy(learned(1)), await judgedBy(learned(2))];
    expect(new Set([pipeline.version, one.version, other.version]).size).toBe(3);
    const rules = [pipeline, one, other].map((judging) => digestOf(classify.selectRules(judging, {})));
    expect(new Set(rules).size).toBe(3);
    expect(one.classifierModel).toBe(pipeline.classifierModel);
  });

  it('is as Liasse brings it when nothing was learned, or on top of another model', async () => {
    expect(await judgedBy(undefined)).toBe(pipeline);
    expect(await judgedBy(learned(1, 'another training set'))).toBe(pipeline);
  });
});

import type { Classification } from '#definitions/classification.schema.ts';
import type { ClassifierModel } from '#definitions/classifier-model.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { Lesson } from '#definitions/lesson.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { defineDocumentStage } from '../define-stage.ts';
import { type LoadedLesson, loadLesson } from './score-by-lesson.ts';
import { type LoadedModel, loadModel } from './score-by-model.ts';
import { weighEvidence } from './weigh-evidence.ts';

interface ClassifyRules {
  readonly classification: Classification;
  readonly classifierModel: ClassifierModel;
  readonly cues: readonly LanguageCues[];
  readonly lesson?: Lesson;
}

/** One slice per pipeline, so that its digest (a megabyte of weights) is taken once. */
const slices = new WeakMap<Pipeline, ClassifyRules>();
const models = new WeakMap<ClassifierModel, LoadedModel>();
const lessons = new WeakMap<Lesson, LoadedLesson>();

function selectRules(pipeline: Pipeline): ClassifyRules {
  const { classification, classifierModel, cues, lesson } = pipeline;
  const slice = slices.get(pipeline) ?? {
    classification,
    classifierModel,
    cues,
    ...(lesson === undefined ? {} : { lesson }),
  };
  slices.set(pipeline, slice);
  return slice;
}

function modelOf(model: ClassifierModel): LoadedModel {
  const loaded = models.get(model) ?? loadModel(model);
  models.set(model, loaded);
  return loaded;
}

function lessonOf(lesson: Lesson | undefined): LoadedLesson | undefined {
  if (lesson === undefined) return undefined;
  const loaded = lessons.get(lesson) ?? loadLesson(lesson);
  lessons.set(lesson, loaded);
  return loaded;
}

/** What a document is, with calibrated confidence, runners-up, and the words that decided. */
export const classify = defineDocumentStage({
  name: 'classify',
  version: 4,
  needs: ['document-pages', 'detect-language'],
  uses: [],
  selectRules,
  run: ({ inputs, rules }) =>
    weighEvidence(
      inputs['document-pages'].pages,
      inputs['detect-language'].languages.map((language) => language.code),
      {
        classification: rules.classification,
        cues: rules.cues,
        model: modelOf(rules.classifierModel),
        lesson: lessonOf(rules.lesson),
      },
    ),
});

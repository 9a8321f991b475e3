import type { Classification } from '#definitions/classification.schema.ts';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type { TypeLogits } from '#stages/classify/decide-type.ts';
import type { LoadedModel } from '#stages/classify/score-by-model.ts';
import type { TextFeatures } from '#stages/classify/text-features.ts';
import { gatherEvidence } from '#stages/classify/weigh-evidence.ts';

/** A paper whose type is known. */
export interface LabelledPaper {
  readonly type: string;
  readonly language: string;
  readonly pages: readonly DocumentPage[];
}

/** A paper with all that speaks for each type before anything is learned from corrections. */
export interface WeighedPaper {
  readonly type: string;
  readonly language: string;
  readonly features: TextFeatures;
  readonly logits: TypeLogits;
  readonly temperature: number;
}

/** What is known besides the model. */
export interface Knowledge {
  readonly classification: Classification;
  readonly cues: readonly LanguageCues[];
}

/** Weighs a paper as a real run does, with this model. */
export function weighPaper(
  { type, language, pages }: LabelledPaper,
  model: LoadedModel,
  { classification, cues }: Knowledge,
): WeighedPaper {
  const { features, logits, temperature } = gatherEvidence(pages, [language], { classification, cues, model });
  return { type, language, features, logits, temperature };
}

import type { Classification } from './classification.schema.ts';
import type { ClassifierModel } from './classifier-model.schema.ts';
import type { LanguageCues } from './cues.schema.ts';
import type { Cutting } from './cutting.schema.ts';
import type { DateCues } from './date-cues.schema.ts';

/** A pipeline folder, read and checked: all that Liasse knows about papers. Plain data. */
export interface Pipeline {
  readonly id: string;
  readonly version: string;
  readonly cues: readonly LanguageCues[];
  readonly classification: Classification;
  readonly classifierModel: ClassifierModel;
  readonly cutting: Cutting;
  /** Wording around dates, one entry a language. */
  readonly dateCues: readonly DateCues[];
}

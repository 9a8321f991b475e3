import type { Bilingual } from '#domain/findings.ts';
import type { Classification } from './classification.schema.ts';
import type { ClassifierModel } from './classifier-model.schema.ts';
import type { Codes } from './codes.schema.ts';
import type { LanguageCues } from './cues.schema.ts';
import type { Cutting } from './cutting.schema.ts';
import type { DateCues } from './date-cues.schema.ts';
import type { DigitModel } from './digit-model.schema.ts';
import type { DocumentType } from './document-type.schema.ts';
import type { EvidenceTable } from './evidence-table.schema.ts';
import type { CommonFields, FieldLabels } from './field-extractor.schema.ts';
import type { Flags } from './flags.schema.ts';
import type { IssueDateRules } from './issue-date.schema.ts';
import type { IssuerCues } from './issuer-cues.schema.ts';
import type { IssuerWeights, LetterheadRules } from './issuer-weights.schema.ts';
import type { Lesson } from './lesson.schema.ts';
import type { Proofreading } from './proofreading.schema.ts';
import type { Reading } from './reading.schema.ts';

/** A pipeline folder, read and checked: all that Liasse knows about papers. Plain data. */
export interface Pipeline {
  readonly id: string;
  readonly label: Bilingual;
  readonly version: string;
  readonly cues: readonly LanguageCues[];
  readonly classification: Classification;
  readonly classifierModel: ClassifierModel;
  /** What the organisation's corrections taught on top of the model; not part of the folder. */
  readonly lesson?: Lesson;
  readonly cutting: Cutting;
  /** Wording around dates, one entry a language. */
  readonly dateCues: readonly DateCues[];
  /** `issue-date.yaml`: how the date of issue is told from the others. */
  readonly issueDate: IssueDateRules;
  /** `document-types/*.yaml` by id. */
  readonly documentTypes: Readonly<Record<string, DocumentType>>;
  /** `evidence-table.yaml`. */
  readonly evidenceTable: EvidenceTable;
  /** `flags.yaml`. */
  readonly flags: Flags;
  /** `fields.yaml`: what is read from papers of any type. */
  readonly commonFields: CommonFields;
  /** What stands beside values on papers, one entry a language. */
  readonly fieldLabels: readonly FieldLabels[];
  /** `codes.yaml`: what two-dimensional codes say. */
  readonly codes: Codes;
  /** Words that tell an issuer and its kind, one entry a language. */
  readonly issuerCues: readonly IssuerCues[];
  /** `letterhead.yaml` and `models/issuer.json`: how a letterhead is told from other lines. */
  readonly letterhead: LetterheadRules;
  readonly issuerWeights: IssuerWeights;
  /** `reading.yaml`: which recognition model reads which language and script. */
  readonly reading: Reading;
  /** `proofreading.yaml`: what recognisers are known to misread. */
  readonly proofreading: Proofreading;
  /** `models/digits.json`: the shapes of digits, to read numbers again that recognition models misread. */
  readonly digitModel: DigitModel;
}

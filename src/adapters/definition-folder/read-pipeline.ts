import { createHash } from 'node:crypto';
import { classificationSchema } from '#definitions/classification.schema.ts';
import { classifierModelSchema } from '#definitions/classifier-model.schema.ts';
import { codesSchema } from '#definitions/codes.schema.ts';
import { languageCuesSchema } from '#definitions/cues.schema.ts';
import { cuttingSchema } from '#definitions/cutting.schema.ts';
import { dateCuesSchema } from '#definitions/date-cues.schema.ts';
import type { DefinitionProblem } from '#definitions/definition-problem.ts';
import { digitModelSchema } from '#definitions/digit-model.schema.ts';
import { documentTypeSchema } from '#definitions/document-type.schema.ts';
import { evidenceTableSchema } from '#definitions/evidence-table.schema.ts';
import { commonFieldsSchema, fieldLabelsSchema } from '#definitions/field-extractor.schema.ts';
import { flagsSchema } from '#definitions/flags.schema.ts';
import { issueDateRulesSchema } from '#definitions/issue-date.schema.ts';
import { issuerCuesSchema } from '#definitions/issuer-cues.schema.ts';
import { issuerWeightsSchema, letterheadRulesSchema } from '#definitions/issuer-weights.schema.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { pipelineCardSchema } from '#definitions/pipeline-card.schema.ts';
import { proofreadingSchema } from '#definitions/proofreading.schema.ts';
import { readingSchema } from '#definitions/reading.schema.ts';
import { definitionFolders } from './definition-folders.ts';
import { DefinitionReader } from './read-definitions.ts';

/** What came of reading a pipeline folder: the pipeline, unless a file is missing or wrong. */
export interface PipelineReading {
  readonly pipeline: Pipeline | undefined;
  readonly problems: readonly DefinitionProblem[];
}

/** Reads every file of a pipeline folder, each against its schema; all problems at once. References between files are checked elsewhere. */
export async function readPipeline(folder: string): Promise<PipelineReading> {
  const reader = new DefinitionReader(await definitionFolders(folder));
  const [single, folders] = await Promise.all([readFiles(reader), readFolders(reader)]);
  if (single === undefined || reader.problems.length > 0) return { pipeline: undefined, problems: reader.problems };
  const { card, ...files } = single;
  const knowledge = { ...files, ...folders };
  const content = createHash('sha256').update(JSON.stringify(knowledge)).digest('hex').slice(0, 12);
  // The digest makes a forgotten version number harmless: other knowledge, other version in every record.
  return {
    pipeline: { id: card.id, label: card.label, version: `${card.version}+${content}`, ...knowledge },
    problems: [],
  };
}

/** The files of which there is one each; undefined when one of them is missing or wrong. */
async function readFiles(reader: DefinitionReader) {
  const [card, classification, classifierModel, cutting, evidenceTable] = await Promise.all([
    reader.file('pipeline.yaml', pipelineCardSchema),
    reader.file('classification.yaml', classificationSchema),
    reader.file('models/classifier.json', classifierModelSchema),
    reader.file('cutting.yaml', cuttingSchema),
    reader.file('evidence-table.yaml', evidenceTableSchema),
  ]);
  const [flags, commonFields, codes, reading, proofreading, digitModel] = await Promise.all([
    reader.file('flags.yaml', flagsSchema),
    reader.file('fields.yaml', commonFieldsSchema),
    reader.file('codes.yaml', codesSchema),
    reader.file('reading.yaml', readingSchema),
    reader.file('proofreading.yaml', proofreadingSchema),
    reader.file('models/digits.json', digitModelSchema),
  ]);
  const [issueDate, letterhead, issuerWeights] = await Promise.all([
    reader.file('issue-date.yaml', issueDateRulesSchema),
    reader.file('letterhead.yaml', letterheadRulesSchema),
    reader.file('models/issuer.json', issuerWeightsSchema),
  ]);
  if (!card || !classification || !classifierModel || !cutting || !evidenceTable) return undefined;
  if (!flags || !commonFields || !codes || !reading || !proofreading || !digitModel) return undefined;
  if (!issueDate || !letterhead || !issuerWeights) return undefined;
  const judging = { classification, classifierModel, cutting, evidenceTable, flags };
  const readingRules = { reading, proofreading, digitModel };
  return { card, ...judging, ...readingRules, commonFields, codes, issueDate, letterhead, issuerWeights };
}

/** The folders with a file for each type of paper or language. */
async function readFolders(reader: DefinitionReader) {
  const [types, cues, dateCues, issuerCues, fieldLabels] = await Promise.all([
    reader.folder('document-types', documentTypeSchema),
    reader.folder('cues', languageCuesSchema),
    reader.folder('dates', dateCuesSchema),
    reader.folder('issuers', issuerCuesSchema),
    reader.folder('labels', fieldLabelsSchema),
  ]);
  return {
    documentTypes: Object.fromEntries([...types.values()].map((type) => [type.id, type])),
    cues: [...cues.values()],
    dateCues: [...dateCues.values()],
    issuerCues: [...issuerCues.values()],
    fieldLabels: [...fieldLabels.values()],
  };
}

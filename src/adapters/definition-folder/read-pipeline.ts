import { createHash } from 'node:crypto';
import { classificationSchema } from '#definitions/classification.schema.ts';
import { classifierModelSchema } from '#definitions/classifier-model.schema.ts';
import { languageCuesSchema } from '#definitions/cues.schema.ts';
import { cuttingSchema } from '#definitions/cutting.schema.ts';
import { dateCuesSchema } from '#definitions/date-cues.schema.ts';
import { documentTypeSchema } from '#definitions/document-type.schema.ts';
import { evidenceTableSchema } from '#definitions/evidence-table.schema.ts';
import { commonFieldsSchema } from '#definitions/field-extractor.schema.ts';
import { flagsSchema } from '#definitions/flags.schema.ts';
import { issuerCuesSchema } from '#definitions/issuer-cues.schema.ts';
import { issuerWeightsSchema, letterheadRulesSchema } from '#definitions/issuer-weights.schema.ts';
import type { DefinitionProblem } from '#definitions/parse-definition.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { type PipelineCard, pipelineCardSchema } from '#definitions/pipeline-card.schema.ts';
import { readingSchema } from '#definitions/reading.schema.ts';
import { DefinitionReader } from './read-definitions.ts';

/** What came of reading a pipeline folder: the pipeline, unless a file is missing or wrong. */
export interface PipelineReading {
  readonly pipeline: Pipeline | undefined;
  readonly problems: readonly DefinitionProblem[];
}

/** Reads every file of a pipeline folder, each against its schema; all problems at once. References between files are checked elsewhere. */
export async function readPipeline(folder: string): Promise<PipelineReading> {
  const reader = new DefinitionReader(folder);
  const [
    card,
    classification,
    classifierModel,
    cutting,
    evidenceTable,
    flags,
    commonFields,
    reading,
    letterhead,
    issuerWeights,
  ] = await Promise.all([
    reader.file('pipeline.yaml', pipelineCardSchema),
    reader.file('classification.yaml', classificationSchema),
    reader.file('models/classifier.json', classifierModelSchema),
    reader.file('cutting.yaml', cuttingSchema),
    reader.file('evidence-table.yaml', evidenceTableSchema),
    reader.file('flags.yaml', flagsSchema),
    reader.file('fields.yaml', commonFieldsSchema),
    reader.file('reading.yaml', readingSchema),
    reader.file('letterhead.yaml', letterheadRulesSchema),
    reader.file('models/issuer.json', issuerWeightsSchema),
  ]);
  const [types, cues, dateCues, issuerCues] = await Promise.all([
    reader.folder('document-types', documentTypeSchema),
    reader.folder('cues', languageCuesSchema),
    reader.folder('dates', dateCuesSchema),
    reader.folder('issuers', issuerCuesSchema),
  ]);
  const isComplete =
    card &&
    classification &&
    classifierModel &&
    cutting &&
    evidenceTable &&
    flags &&
    commonFields &&
    reading &&
    letterhead &&
    issuerWeights &&
    reader.problems.length === 0;
  if (!isComplete) return { pipeline: undefined, problems: reader.problems };
  const knowledge = {
    classification,
    classifierModel,
    cutting,
    evidenceTable,
    flags,
    commonFields,
    reading,
    letterhead,
    issuerWeights,
    documentTypes: Object.fromEntries([...types.values()].map((type) => [type.id, type])),
    cues: [...cues.values()],
    dateCues: [...dateCues.values()],
    issuerCues: [...issuerCues.values()],
  };
  return { pipeline: versioned(card, knowledge), problems: [] };
}

type Knowledge = Omit<Pipeline, 'id' | 'label' | 'version'>;

/** The digest makes a forgotten version number harmless: other knowledge, other version in every record. */
function versioned(card: PipelineCard, knowledge: Knowledge): Pipeline {
  const content = createHash('sha256').update(JSON.stringify(knowledge)).digest('hex').slice(0, 12);
  return { id: card.id, label: card.label, version: `${card.version}+${content}`, ...knowledge };
}

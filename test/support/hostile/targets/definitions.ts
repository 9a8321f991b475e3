import { ok } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { z } from 'zod';
import { mailboxesSchema } from '#adapters/mailbox/mailboxes.schema.ts';
import { retentionSchema } from '#adapters/retention-file/retention.schema.ts';
import { caseworkSchema } from '#definitions/casework/casework.ts';
import { classificationSchema } from '#definitions/classification.schema.ts';
import { codesSchema } from '#definitions/codes.schema.ts';
import { languageCuesSchema } from '#definitions/cues.schema.ts';
import { cuttingSchema } from '#definitions/cutting.schema.ts';
import { dateCuesSchema } from '#definitions/date-cues.schema.ts';
import { documentTypeSchema } from '#definitions/document-type.schema.ts';
import { evidenceTableSchema } from '#definitions/evidence-table.schema.ts';
import { commonFieldsSchema, fieldLabelsSchema } from '#definitions/field-extractor.schema.ts';
import { flagsSchema } from '#definitions/flags.schema.ts';
import { issueDateRulesSchema } from '#definitions/issue-date.schema.ts';
import { issuerCuesSchema } from '#definitions/issuer-cues.schema.ts';
import { letterheadRulesSchema } from '#definitions/issuer-weights.schema.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { pipelineCardSchema } from '#definitions/pipeline-card.schema.ts';
import { proofreadingSchema } from '#definitions/proofreading.schema.ts';
import { readingSchema } from '#definitions/reading.schema.ts';
import { routingSchema } from '#definitions/routing.schema.ts';
import { trainingPapersSchema } from '#definitions/training-papers.schema.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutatedText } from '../mutated.ts';

const FOLDER = 'pipelines/humanitarian-permit';
/** The beginning of a file does: what is wrong in it comes sooner. */
const LONGEST = 6_000;

const SINGLE: Readonly<Record<string, z.ZodType<unknown>>> = {
  'pipeline.yaml': pipelineCardSchema,
  'classification.yaml': classificationSchema,
  'codes.yaml': codesSchema,
  'cutting.yaml': cuttingSchema,
  'evidence-table.yaml': evidenceTableSchema,
  'fields.yaml': commonFieldsSchema,
  'flags.yaml': flagsSchema,
  'issue-date.yaml': issueDateRulesSchema,
  'letterhead.yaml': letterheadRulesSchema,
  'proofreading.yaml': proofreadingSchema,
  'reading.yaml': readingSchema,
  'routing.yaml': routingSchema,
};
const FOLDERS: Readonly<Record<string, z.ZodType<unknown>>> = {
  'document-types': documentTypeSchema,
  cues: languageCuesSchema,
  dates: dateCuesSchema,
  issuers: issuerCuesSchema,
  labels: fieldLabelsSchema,
  training: trainingPapersSchema,
};
const MAILBOXES = `accounts:
  - name: papers
    host: imap.example.org
    user: papers@example.org
    passwordFile: ./secret
    senders: ['@asso.example']
`;

interface Definition {
  readonly file: string;
  readonly text: string;
  readonly schema: z.ZodType<unknown>;
}

/** One file of each kind of definition there is. */
async function definitions(): Promise<Definition[]> {
  const at = async (file: string, schema: z.ZodType<unknown>): Promise<Definition> => ({
    ...{ file, schema },
    text: (await readFile(join(FOLDER, file), 'utf8')).slice(0, LONGEST),
  });
  const inFolders = Object.entries(FOLDERS).map(async ([folder, schema]) => {
    const [first = ''] = (await readdir(join(FOLDER, folder))).sort();
    return at(join(folder, first), schema);
  });
  const ofCases = Object.entries(caseworkSchema.shape).map(([part, schema]) => at(`case/${part}.yaml`, schema));
  const retention = await readFile('src/adapters/retention-file/retention.yaml', 'utf8');
  return [
    ...(await Promise.all([
      ...Object.entries(SINGLE).map(([file, schema]) => at(file, schema)),
      ...inFolders,
      ...ofCases,
    ])),
    { file: 'retention.yaml', text: retention, schema: retentionSchema },
    { file: 'mailboxes.yaml', text: MAILBOXES, schema: mailboxesSchema },
  ];
}

/** What an organisation writes for Liasse in YAML: read, or every problem is told with its place. */
export const definitionTargets: readonly FuzzTarget[] = [
  fuzzTarget('definitions (YAML)', async () => {
    const all = await definitions();
    const anchored = 'id: a\ncues:\n  - &one { text: "plainte", weight: 2 }\n  - *one\n  - { <<: *one, weight: 1 }\n';
    return {
      input: fc.constantFrom(...all).chain(({ file, text, schema }) =>
        fc.record({
          file: fc.constant(file),
          schema: fc.constant(schema),
          text: fc.oneof({ weight: 4, arbitrary: mutatedText(text, anchored) }, hostileText),
        }),
      ),
      take: async ({ file, text, schema }) => {
        const parsed = await parseDefinition(file, text, schema);
        if (!parsed.ok) ok(parsed.problems.length > 0 && parsed.problems.every(({ line }) => line >= 1));
      },
    };
  }),
];

import { z } from 'zod';
import { documentArtifactSchemas } from './artifacts.ts';
import { documentRecordSchema } from './document-record.ts';

const { 'document-pages': _pages, ...smallArtifacts } = documentArtifactSchemas;
const keptArtifactsSchema = z.object(smallArtifacts);

/** What the stages said of a document; its pages lie elsewhere, since they are a hundred times as large. */
export type KeptArtifacts = z.infer<typeof keptArtifactsSchema>;
export const keptArtifactNames = keptArtifactsSchema.keyof().options;

/** The digest of an artifact and, where a stage computed it, the key under which it did. */
export const stageKeysSchema = z.record(z.string(), z.object({ key: z.string().nullable(), digest: z.string() }));
export type StageKeys = z.infer<typeof stageKeysSchema>;

/**
 * All that is kept of a judged document but its pages: what is published of it, and what its stages computed. A document that could not be
 * judged has a record only.
 */
export const keptJudgementSchema = z.object({
  record: documentRecordSchema,
  artifacts: keptArtifactsSchema.nullable(),
});
export type KeptJudgement = z.infer<typeof keptJudgementSchema>;

import type { Pipeline } from '#definitions/pipeline.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import type { Bilingual } from '#domain/findings.ts';
import { loadPipeline } from './load-pipeline.ts';

/** Names of types and flags in one language. */
export interface Labels {
  typeLabel(id: string): string;
  flagLabel(code: string): string;
}

/** The names that a pipeline gives to types and flags; the id where it has none. */
export function labelsOf({ documentTypes, flags }: Pipeline, language: keyof Bilingual): Labels {
  return {
    typeLabel: (id) => documentTypes[id]?.label[language] ?? id,
    flagLabel: (code) => flags.flags[code]?.label[language] ?? code,
  };
}

/** A pipeline's names, and what records say of it. Throws `DefinitionFailure`. */
export async function pipelineLabels(
  id: string,
): Promise<{ readonly pipeline: DocumentRecord['pipeline']; of(language: keyof Bilingual): Labels }> {
  const pipeline = await loadPipeline(id);
  return { pipeline: { id, version: pipeline.version }, of: (language) => labelsOf(pipeline, language) };
}

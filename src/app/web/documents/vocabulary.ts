import type { Pipeline } from '#definitions/pipeline.ts';
import type { Bilingual } from '#domain/findings.ts';
import { languageName } from '#text/language-name.ts';
import type { Web } from '../open-web.ts';
import { pipelineInForce } from './pipeline-in-force.ts';

export interface Named {
  readonly id: string;
  readonly label: Bilingual;
}

/** What papers can be said to be, in which languages, and what can weaken them: what a person chooses from. */
export interface Vocabulary {
  readonly types: readonly Named[];
  readonly languages: readonly Named[];
  readonly flags: readonly Named[];
}

/** Types in the order of the pipeline, and the languages that it knows words of. Throws `DefinitionFailure`. */
export async function readVocabulary(web: Web): Promise<Vocabulary> {
  const pipeline = await pipelineInForce(web);
  const codes = [...new Set(pipeline.cues.map(({ language }) => language))].sort();
  return {
    types: Object.keys(pipeline.documentTypes).map((id) => ({ id, label: typeLabel(pipeline, id) })),
    languages: codes.map((id) => ({ id, label: languageLabel(id) })),
    flags: Object.entries(pipeline.flags.flags).map(([id, { label }]) => ({ id, label })),
  };
}

export function typeLabel({ documentTypes }: Pipeline, id: string): Bilingual {
  return documentTypes[id]?.label ?? { fr: id, en: id };
}

export function languageLabel(code: string): Bilingual {
  return { fr: languageName(code, 'fr'), en: languageName(code, 'en') };
}

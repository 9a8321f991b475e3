import { readCasework } from '#adapters/definition-folder/read-casework.ts';
import type { Casework } from '#definitions/casework/casework.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import type { CasePaper } from '#domain/case-paper.ts';
import type { DocumentRecord } from '#domain/document-record.ts';
import { aRecord } from './a-record.ts';
import { humanitarianPipeline } from './humanitarian-pipeline.ts';

/** What the humanitarian permit knows about cases. */
export async function humanitarianCasework(): Promise<{ readonly pipeline: Pipeline; readonly casework: Casework }> {
  const [pipeline, { casework }] = await Promise.all([
    humanitarianPipeline(),
    readCasework('pipelines/humanitarian-permit'),
  ]);
  return { pipeline, casework };
}

/** A paper of a type, otherwise sound. */
export function aPaper(
  key: string,
  type: string,
  changes: Partial<DocumentRecord> & { readonly copyOf?: string; readonly text?: string } = {},
): CasePaper {
  const { copyOf = null, text = '', ...record } = changes;
  return {
    key,
    text,
    copyOf,
    position: 1,
    record: aRecord({
      file: `${key}.pdf`,
      type: { id: type, confidence: 0.98, alternatives: [], because: [] },
      ...record,
    }),
  };
}

/** A flag as the stages raise it. */
export function aFlag(code: string): DocumentRecord['flags'][number] {
  return { code, severity: 'weak', message: { fr: code, en: code }, page: null, box: null };
}

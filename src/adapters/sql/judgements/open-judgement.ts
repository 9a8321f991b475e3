import { type KeptJudgement, keptJudgementSchema, type StageKeys, stageKeysSchema } from '#domain/kept-judgement.ts';
import type { Sealer } from '#ports/vault.ts';
import { openJson } from '../json-seal.ts';

/** What of a row of artifacts, and of the row whose content it shares, makes a judgement. */
export interface KeptColumns {
  readonly keys: Uint8Array;
  readonly content: Uint8Array;
  readonly as_of: string;
  readonly pipeline_version: string;
}

/**
 * Opens what was kept of a document. Where it shares the content of an earlier judgement, only the day and the version of the pipeline can be others:
 * these are the row's own. Throws `sealed-damaged`.
 */
export function openJudgement(
  row: KeptColumns,
  sealer: Sealer,
): { readonly judgement: KeptJudgement; readonly keys: StageKeys } {
  const { record, artifacts } = keptJudgementSchema.parse(openJson(sealer, row.content));
  const facts = artifacts?.['run-facts'];
  return {
    judgement: {
      record: { ...record, pipeline: { ...record.pipeline, version: row.pipeline_version } },
      artifacts:
        artifacts === null || facts === undefined ? null : { ...artifacts, 'run-facts': { ...facts, asOf: row.as_of } },
    },
    keys: stageKeysSchema.parse(openJson(sealer, row.keys)),
  };
}

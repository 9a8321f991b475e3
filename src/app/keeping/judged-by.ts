import { CUTTING_VERSION } from '#cutting/create-cutter.ts';
import type { Pipeline } from '#definitions/pipeline.ts';
import { digestOf } from '#engine/stage-key.ts';
import type { Tools } from '#stages/define-stage.ts';
import { documentStages, pageStages } from '../stage-lists.ts';

/** Digest of all that has a say in judging what was read: knowledge, what was learned, stages. The same: judging again gives the same. */
export function judgedBy({ id, version }: Pipeline): string {
  return digestOf({
    pipeline: `${id} ${version}`,
    stages: documentStages.map((stage) => `${stage.name} ${stage.version}`),
  }).slice(0, 16);
}

/** Digest of what files are cut by. */
export function cutBy({ cutting, cues }: Pipeline): string {
  return digestOf({ version: CUTTING_VERSION, cutting, cues }).slice(0, 16);
}

/** Digest of what pages are read with. */
export function readBy({ reading, proofreading, digitModel }: Pipeline, tools: Tools): string {
  return digestOf({
    stages: pageStages.map(({ name, version }) => `${name} ${version}`),
    rules: [reading, proofreading, digitModel].map(digestOf),
    tools: Object.values(tools).map(({ fingerprint }) => fingerprint),
  }).slice(0, 16);
}

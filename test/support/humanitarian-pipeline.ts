import { join } from 'node:path';
import { readPipeline } from '#adapters/definition-folder/read-pipeline.ts';
import type { Pipeline } from '#definitions/pipeline.ts';

/** The whole pipeline that comes with Liasse. */
export async function humanitarianPipeline(): Promise<Pipeline> {
  const { pipeline, problems } = await readPipeline(join(import.meta.dirname, '../../pipelines/humanitarian-permit'));
  if (pipeline === undefined) throw new Error(JSON.stringify(problems));
  return pipeline;
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { proofreadingSchema } from '#definitions/proofreading.schema.ts';

/** The proofreading rules of our own pipeline, as shipped. */
export const humanitarianProofreading = proofreadingSchema.parse(
  parse(readFileSync(new URL('../../pipelines/humanitarian-permit/proofreading.yaml', import.meta.url), 'utf8')),
);

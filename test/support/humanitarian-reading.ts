import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDefinition } from '#definitions/parse-definition.ts';
import { type Reading, readingSchema } from '#definitions/reading.schema.ts';

const file = join(import.meta.dirname, '../../pipelines/humanitarian-permit/reading.yaml');
const parsed = await parseDefinition('reading.yaml', readFileSync(file, 'utf8'), readingSchema);

/** The reading rules that come with Liasse. */
export function humanitarianReading(): Reading {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

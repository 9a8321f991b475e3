import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageCues } from '#definitions/cues.schema.ts';
import { cuttingSchema } from '#definitions/cutting.schema.ts';
import { parseDefinition } from '#definitions/parse-definition.ts';

const file = join(import.meta.dirname, '../../pipelines/humanitarian-permit/cutting.yaml');
const parsed = await parseDefinition('cutting.yaml', readFileSync(file, 'utf8'), cuttingSchema);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));

/** The cutting rules that are shipped. */
export const shippedCutting = parsed.value;

const list = { phrases: [], words: [], against: [] };
/** Two titles are enough to be known by. */
export const twoTitles: readonly LanguageCues[] = [
  {
    language: 'fr',
    types: { one: { ...list, titles: ['certificat médical'] }, two: { ...list, titles: ['attestation'] } },
  },
];

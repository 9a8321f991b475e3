import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDefinition } from '../../src/definitions/parse-definition.ts';
import { type TrainingPaper, trainingPapersSchema } from './training-papers.schema.ts';

/** All training papers of a folder, in the order of file names. Throws with file and line when a file is wrong. */
export async function readTrainingPapers(folder: string): Promise<TrainingPaper[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const papers: TrainingPaper[] = [];
  for (const name of names) {
    const parsed = parseDefinition(name, await readFile(join(folder, name), 'utf8'), trainingPapersSchema);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { language } = parsed.value;
    for (const [type, texts] of Object.entries(parsed.value.papers)) {
      papers.push(...texts.map((text) => ({ type, language, text })));
    }
  }
  return papers;
}

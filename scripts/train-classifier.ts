// Trains the text model on the papers of pipelines/<id>/training and writes pipelines/<id>/models/classifier.json.
// Deterministic: the same papers give the same bytes. Run: node scripts/train-classifier.ts [--check]
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ClassifierModel, classifierModelSchema } from '../src/definitions/classifier-model.schema.ts';
import { parseDefinition } from '../src/definitions/parse-definition.ts';
import { digestOf } from '../src/engine/stage-key.ts';
import { SETTINGS, trainModel } from './training/train-model.ts';
import { type TrainingPaper, trainingPapersSchema } from './training/training-papers.schema.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, pipeline: { type: 'string', default: 'humanitarian-permit' } },
});
const folder = join(import.meta.dirname, '../pipelines', values.pipeline);
const papers = await readPapers(join(folder, 'training'));
const trainingSet = digestOf({ papers, settings: SETTINGS });
const target = join(folder, 'models/classifier.json');

if (values.check) {
  const known = classifierModelSchema.parse(JSON.parse(await readFile(target, 'utf8')));
  if (known.trainingSet !== trainingSet) {
    console.error('models/classifier.json is older than training/: run node scripts/train-classifier.ts');
    process.exitCode = 1;
  }
} else {
  const model: ClassifierModel = { ...trainModel(papers), trainingSet };
  await writeFile(target, `${JSON.stringify(model)}\n`);
  console.log(
    `${papers.length} papers, ${model.types.length} types, ${Math.round(JSON.stringify(model).length / 1024)} kB`,
  );
}

async function readPapers(path: string): Promise<TrainingPaper[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml')).sort();
  const all: TrainingPaper[] = [];
  for (const name of names) {
    const parsed = parseDefinition(name, await readFile(join(path, name), 'utf8'), trainingPapersSchema);
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    for (const [type, texts] of Object.entries(parsed.value.papers))
      for (const text of texts) all.push({ type, language: parsed.value.language, text });
  }
  return all;
}

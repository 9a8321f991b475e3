// Trains the text model on the papers of pipelines/<id>/training and writes pipelines/<id>/models/classifier.json.
// Deterministic: the same papers give the same bytes. Run: node scripts/train-classifier.ts [--check]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTrainingPapers } from '../src/adapters/definition-folder/read-training-papers.ts';
import { type ClassifierModel, classifierModelSchema } from '../src/definitions/classifier-model.schema.ts';
import { trainingSetHash, trainModel } from '../src/learning/train-model.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, pipeline: { type: 'string', default: 'humanitarian-permit' } },
});
const folder = join(import.meta.dirname, '../pipelines', values.pipeline);
const { papers, problems } = await readTrainingPapers(folder);
if (problems.length > 0) throw new Error(JSON.stringify(problems));
const trainingSet = trainingSetHash(papers);
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

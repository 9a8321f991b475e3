// Trains the text model on the papers of pipelines/<id>/training and writes pipelines/<id>/models/classifier.json, and models/held-back.json beside it:
// what models that did not see it say of each paper (`liasse learn` needs that). Takes two minutes.
// Deterministic: the same papers give the same bytes. Run: node scripts/train-classifier.ts [--check]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTrainingPapers } from '../src/adapters/definition-folder/read-training-papers.ts';
import { type ClassifierModel, classifierModelSchema } from '../src/definitions/classifier-model.schema.ts';
import { type HeldBack, heldBackSchema } from '../src/definitions/held-back.schema.ts';
import { holdBack } from '../src/learning/held-back-scores.ts';
import { trainingSetHash, trainModel } from '../src/learning/train-model.ts';
import { scriptOptions } from './script-options.ts';

const { values } = scriptOptions({
  options: { check: { type: 'boolean', default: false }, pipeline: { type: 'string', default: 'humanitarian-permit' } },
});
const folder = join(import.meta.dirname, '../pipelines', values.pipeline);
const { papers, problems } = await readTrainingPapers(folder);
if (problems.length > 0) throw new Error(JSON.stringify(problems));
const trainingSet = trainingSetHash(papers);
const target = join(folder, 'models/classifier.json');
const heldBackTarget = join(folder, 'models/held-back.json');

if (values.check) {
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
  const model = classifierModelSchema.parse(await json(target));
  const heldBack = heldBackSchema.parse(await json(heldBackTarget));
  if (model.trainingSet !== trainingSet || heldBack.trainingSet !== trainingSet) {
    console.error('what lies in models/ is older than training/: run node scripts/train-classifier.ts');
    process.exitCode = 1;
  }
} else {
  const model: ClassifierModel = { ...trainModel(papers), trainingSet };
  await writeFile(target, `${JSON.stringify(model)}\n`);
  const heldBack: HeldBack = { ...holdBack(papers), trainingSet };
  await writeFile(heldBackTarget, `${JSON.stringify(heldBack)}\n`);
  console.log(
    `${papers.length} papers, ${model.types.length} types, ${Math.round(JSON.stringify(model).length / 1024)} kB`,
  );
}

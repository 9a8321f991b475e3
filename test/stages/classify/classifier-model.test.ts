import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnownPapers } from '#adapters/definition-folder/read-known-papers.ts';
import { classifierModelSchema } from '#definitions/classifier-model.schema.ts';
import { trainingSetHash, trainModel } from '#learning/train-model.ts';
import { loadModel } from '#stages/classify/score-by-model.ts';
import { textFeatures } from '#stages/classify/text-features.ts';

const folder = join(import.meta.dirname, '../../../pipelines/humanitarian-permit');
const text = await readFile(join(folder, 'models/classifier.json'), 'utf8');
const model = classifierModelSchema.parse(JSON.parse(text));
const { papers, heldBack } = await readKnownPapers(folder);
if (heldBack === undefined) throw new Error('models/held-back.json is missing');

describe('the trained model', () => {
  it('was trained on the papers that lie beside it (else run `npm run train`)', () => {
    expect(model.trainingSet).toBe(trainingSetHash(papers));
    expect(heldBack.trainingSet).toBe(trainingSetHash(papers));
  });

  it('stays small enough to be read at every start', () => {
    expect(text.length).toBeLessThan(3_000_000);
  });

  it('comes out the same from the same papers', () => {
    const few = papers.filter((paper) => paper.language === 'it' || paper.language === 'pt');
    expect(few.length).toBeGreaterThan(20);
    expect(trainModel(few)).toEqual(trainModel(few));
  });

  it('says nothing of wording it has never seen', () => {
    const scores = loadModel(model)(textFeatures('zzgtrr pqqwv xxyzk'));
    expect(scores.coverage).toBe(0);
    const spread = [...scores.logits.values()].map(Math.abs);
    expect(Math.max(...spread)).toBeLessThan(2);
  });
});

import type { HeldBack } from '#definitions/held-back.schema.ts';
import type { TrainingPaper } from '#definitions/training-papers.schema.ts';
import { loadModel, type ModelScores } from '#stages/classify/score-by-model.ts';
import { textFeatures } from '#stages/classify/text-features.ts';
import { partEvenly } from './part-evenly.ts';
import { trainModel } from './train-model.ts';

const PARTS = 3;
const STEP = 0.1;
const MOST_STEPS = 127;

/** What a model that was trained on the other papers says of each. Takes a minute: done when the model is trained, not when corrections are learned from. */
export function holdBack(papers: readonly TrainingPaper[]): Omit<HeldBack, 'trainingSet'> {
  const types = [...new Set(papers.map(({ type }) => type))].sort();
  const steps = new Int8Array(papers.length * types.length);
  const coverage = new Uint8Array(papers.length);
  for (const part of partEvenly([...papers.keys()], PARTS, (at) => papers[at]?.type ?? '')) {
    const heldBack = new Set(part);
    const model = loadModel({ ...trainModel(papers.filter((_, at) => !heldBack.has(at))), trainingSet: '' });
    for (const at of part) {
      const scores = model(textFeatures(papers[at]?.text ?? ''));
      steps.set(stepsOf(scores, types), at * types.length);
      coverage[at] = Math.round(scores.coverage * 255);
    }
  }
  return { format: 'liasse.held-back/1', types, logits: base64Of(steps), step: STEP, coverage: base64Of(coverage) };
}

function stepsOf({ logits }: ModelScores, types: readonly string[]): number[] {
  return types.map((type) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round((logits.get(type) ?? 0) / STEP))));
}

/** What was said of the training paper with this number. `languages`: those of all training papers. */
export function heldBackScores(
  { types, logits, step, coverage }: HeldBack,
  languages: readonly string[],
): (at: number) => ModelScores {
  const steps = new Int8Array(bytesOf(logits));
  const shares = new Uint8Array(bytesOf(coverage));
  return (at) => ({
    logits: new Map(types.map((type, place) => [type, (steps[at * types.length + place] ?? 0) * step])),
    coverage: (shares[at] ?? 0) / 255,
    languages,
  });
}

function base64Of(bytes: Int8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): string {
  return Buffer.from(bytes.buffer).toString('base64');
}

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

import { readKnownPapers } from '#adapters/definition-folder/read-known-papers.ts';
import { decisionsInForce } from '#domain/decisions-in-force.ts';
import { LiasseFailure } from '#domain/failure.ts';
import { judgeGain, type Refusal } from '#learning/judge-gain.ts';
import { type Gain, learnFrom } from '#learning/learn-from.ts';
import { trainingSetHash } from '#learning/train-model.ts';
import { type LabelledPaper, weighPaper } from '#learning/weigh-papers.ts';
import { type KnownPapers, weighReplay } from '#learning/weigh-replay.ts';
import { loadModel } from '#stages/classify/score-by-model.ts';
import { documentText } from '#text/line-text.ts';
import { rankLanguages } from '#text/rank-languages.ts';
import { DefinitionFailure } from './definition-failure.ts';
import type { Keeping } from './keeping/open-keeping.ts';
import { pagesOf } from './keeping/pages-of.ts';
import { loadPipeline } from './load-pipeline.ts';
import { pipelineFolder } from './pipeline-folders.ts';

/** What came of learning. `too-few`: nothing was tried. */
export interface LearningResult {
  readonly outcome: 'learned' | 'refused' | 'too-few';
  /** Corrected papers that are kept, and how many it takes. */
  readonly papers: number;
  readonly fewestPapers: number;
  readonly gain: Gain | null;
  readonly refusals: readonly Refusal[];
  readonly seconds: number;
}

/**
 * Learns from every paper whose type a person named, on top of the model that Liasse brings. The gain is measured on held-back papers first; what makes
 * nothing better, or anything worse, is refused. `isTrial`: measures only. Throws `DefinitionFailure`.
 */
export async function learn(
  keeping: Keeping,
  pipelineId: string,
  { isTrial, now }: { isTrial: boolean; now: Date },
): Promise<LearningResult> {
  const startedAt = performance.now();
  const pipeline = await loadPipeline(pipelineId);
  const corrected = await correctedPapers(keeping, pipelineId);
  const { fewestPapers } = pipeline.classification.learning;
  const result = (outcome: LearningResult['outcome'], gain: Gain | null, refusals: readonly Refusal[]) => ({
    outcome,
    papers: corrected.length,
    fewestPapers,
    gain,
    refusals,
    seconds: (performance.now() - startedAt) / 1000,
  });
  if (corrected.length < fewestPapers) return result('too-few', null, []);
  const known = await knownPapers(pipelineId);
  const model = loadModel(pipeline.classifierModel);
  const papers = {
    corrected: corrected.map((paper) => weighPaper(paper, model, pipeline)),
    known: weighReplay(known, new Set(corrected.map(({ language }) => language)), pipeline),
  };
  const { lesson, gain } = learnFrom(papers, pipeline.classification);
  const refusals = judgeGain(gain, pipeline.classification.learning);
  if (refusals.length > 0 || isTrial) return result(refusals.length > 0 ? 'refused' : 'learned', gain, refusals);
  await keeping.learnedModels.save(pipelineId, {
    format: 'liasse.learned/2',
    basedOn: pipeline.classifierModel.trainingSet,
    papers: corrected.length,
    at: now.toISOString(),
    lesson,
  });
  return result('learned', gain, []);
}

/** Throws `DefinitionFailure` when they can't be read, or when what is known of them is of other papers. */
async function knownPapers(pipelineId: string): Promise<KnownPapers> {
  const { papers, heldBack, problems } = await readKnownPapers(pipelineFolder(pipelineId));
  if (heldBack === undefined || problems.length > 0) throw new DefinitionFailure(problems);
  if (heldBack.trainingSet !== trainingSetHash(papers)) {
    const expected = 'to be made from the papers in training/: npm run train';
    throw new DefinitionFailure([{ file: 'models/held-back.json', line: 1, column: 1, path: 'trainingSet', expected }]);
  }
  return { papers, heldBack };
}

/** Takes the last learning back. Throws `nothing-learned`. */
export async function unlearn({ learnedModels }: Keeping, pipelineId: string): Promise<void> {
  if (!(await learnedModels.undo(pipelineId))) throw new LiasseFailure('nothing-learned');
}

/** Every paper of any case whose type a person named, once, in an order that does not depend on when. */
async function correctedPapers(
  { decisions: store, files, pages: kept, results }: Keeping,
  pipelineId: string,
): Promise<LabelledPaper[]> {
  const decisions = await store.all();
  const inForce = decisionsInForce(decisions);
  const corrected: LabelledPaper[] = [];
  const documents = decisions.flatMap((one) =>
    one.kind === 'correct' && one.pipeline === pipelineId ? one.document : [],
  );
  for (const id of [...new Set(documents)].sort()) {
    const { type, language } = inForce.about(id);
    if (type === undefined) continue;
    const [found] = await results.byId(id);
    const file = found === undefined ? undefined : await files.find(found.fileId);
    if (found === undefined || file?.sha256 == null) continue;
    const pages = await pagesOf(kept, file.sha256, found);
    corrected.push({ type, pages, language: language ?? mainLanguage(documentText({ pages })) });
  }
  return corrected;
}

function mainLanguage(text: string): string {
  return rankLanguages(text)[0]?.code ?? 'und';
}

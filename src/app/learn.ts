import { decisionsInForce } from '#domain/decisions-in-force.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { Refusal } from '#learning/judge-gain.ts';
import type { Gain } from '#learning/learn-from.ts';
import type { LabelledPaper } from '#learning/weigh-papers.ts';
import { documentText } from '#text/line-text.ts';
import { rankLanguages } from '#text/rank-languages.ts';
import { computeLesson } from './compute-lesson.ts';
import type { Keeping } from './keeping/open-keeping.ts';
import { pagesOf } from './keeping/pages-of.ts';
import { loadPipeline } from './load-pipeline.ts';

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

export interface LearningOptions {
  /** Measures only. */
  readonly isTrial: boolean;
  readonly now: Date;
  /** How the lesson is worked out; here, by default, which takes seconds in which nothing else is done. */
  readonly compute?: typeof computeLesson;
}

/**
 * Learns from every paper whose type a person named, on top of the model that Liasse brings. The gain is measured on held-back papers first; what makes
 * nothing better, or anything worse, is refused. Throws `DefinitionFailure`.
 */
export async function learn(
  keeping: Keeping,
  pipelineId: string,
  { isTrial, now, compute = computeLesson }: LearningOptions,
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
  const { lesson, gain, refusals, basedOn } = await compute(pipelineId, corrected);
  if (refusals.length > 0 || isTrial) return result(refusals.length > 0 ? 'refused' : 'learned', gain, refusals);
  await keeping.learnedModels.save(pipelineId, {
    format: 'liasse.learned/2',
    basedOn,
    papers: corrected.length,
    at: now.toISOString(),
    lesson,
  });
  return result('learned', gain, []);
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

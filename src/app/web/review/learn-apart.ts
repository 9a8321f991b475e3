import { Worker } from 'node:worker_threads';
import { LiasseFailure } from '#domain/failure.ts';
import type { ComputedLesson, computeLesson } from '../../compute-lesson.ts';
import { type LearningResult, learn } from '../../learn.ts';
import type { Web } from '../open-web.ts';
import type { Seat } from '../seat.ts';

/** What learning could be from: papers whose type a person said, and how many it takes. */
export interface LearningState {
  readonly papers: number;
  readonly fewestPapers: number;
  /** Since anything was learned last. */
  readonly newPapers: number;
  readonly lastAt: string | null;
}

/** At most one at a time: two would learn the same. */
let underWay: Promise<LearningResult> | undefined;

/** Learns from what persons said, while the server goes on. Throws `DefinitionFailure`. */
export function learnApart({ settings: { pipelineId } }: Web, { keeping }: Seat): Promise<LearningResult> {
  underWay ??= learn(keeping, pipelineId, { isTrial: false, now: new Date(), compute: inThread }).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** Whether it is time to learn. */
export async function learningState(
  { settings: { pipelineId } }: Web,
  { keeping }: Seat,
  fewestPapers: number,
): Promise<LearningState> {
  const last = await keeping.learnedModels.find(pipelineId);
  const lastAt = last === undefined ? null : last.at;
  return {
    papers: await keeping.decisions.countTyped(),
    fewestPapers,
    newPapers: await keeping.decisions.countTyped(lastAt === null ? undefined : new Date(lastAt)),
    lastAt,
  };
}

const inThread: typeof computeLesson = (...work) =>
  new Promise<ComputedLesson>((resolve, reject) => {
    const worker = new Worker(new URL('./lesson.worker.ts', import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new LiasseFailure('recognizer-failed', 'learning')));
  });

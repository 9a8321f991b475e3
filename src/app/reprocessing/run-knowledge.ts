import type { RunKnowledge } from '#ports/runs.ts';
import { judgedBy, readBy } from '../keeping/judged-by.ts';
import type { Reader } from '../reader.ts';

/** What a run would judge by now. */
export function runKnowledge({ pipeline, tools }: Pick<Reader, 'pipeline' | 'tools'>): RunKnowledge {
  return {
    pipeline: pipeline.id,
    pipelineVersion: pipeline.version,
    judgedBy: judgedBy(pipeline),
    readBy: readBy(pipeline, tools),
  };
}

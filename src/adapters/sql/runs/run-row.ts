import type { Selectable } from 'kysely';
import { runStateSchema } from '#domain/run-state.ts';
import type { Run } from '#ports/runs.ts';
import type { Tables } from '../tables.ts';

/** A row of `runs`. */
export function asRun(row: Selectable<Tables['runs']>): Run {
  return {
    id: row.id,
    state: runStateSchema.parse(row.state),
    pipeline: row.pipeline,
    pipelineVersion: row.pipeline_version,
    judgedBy: row.judged_by,
    readBy: row.read_by,
    caseId: row.of_case,
    type: row.of_type,
    before: row.before,
    asOf: row.as_of,
    isJudgingOnly: row.is_judging_only,
    planned: row.planned,
    done: row.done,
    failed: row.failed,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { JudgedVersions } from '#ports/judged-versions.ts';
import type { Database } from './open-database.ts';

const rowsSchema = z.array(
  z.object({
    ...{ at: z.date(), pipeline: z.string(), pipelineVersion: z.string(), runId: z.string().nullable() },
    ...{ status: z.string(), type: z.string().nullable(), language: z.string().nullable() },
    ...{ issueDate: z.string().nullable(), score: z.number().nullable(), flags: z.array(z.string()) },
  }),
);

/** From the table `artifacts`, which keeps what was in force before; what a run only proposed was never in force. */
export function createJudgedVersions(db: Database): JudgedVersions {
  return {
    of: async (fileId, documentId) => {
      const { rows } = await sql`
        select made_at as at, pipeline, pipeline_version as "pipelineVersion", run_id as "runId", status, type, language,
          issue_date as "issueDate", score, flags
        from artifacts
        where file_id = ${fileId} and document = ${documentId} and (run_id is null or exists (
          select from run_changes where artifacts_after = artifacts.id and state in ('in-force', 'taken-back')))
        order by made_at, id`.execute(db);
      return rowsSchema.parse(rows);
    },
  };
}

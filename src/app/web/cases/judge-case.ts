import type { CaseJudgement } from '#domain/case-judgement.ts';
import { judgeKeptCase } from '../../casework/judge-kept-case.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** Everything that is said of a case as a whole, as of a day (ISO 8601). Throws `not-found`, `DefinitionFailure`. */
export async function judgeCase(
  web: Web,
  seat: Seat,
  { caseId, asOf }: { readonly caseId: string; readonly asOf: string },
): Promise<CaseJudgement> {
  const { id, name } = await caseInScope(seat, caseId);
  const { judgement } = await judgeKeptCase(seat.keeping, name, { pipelineId: web.settings.pipelineId, asOf });
  await seat.noteView('case-viewed', id);
  return judgement;
}

import type { CaseJudgement } from '#domain/case-judgement.ts';
import { judgeBy } from '../../casework/judge-kept-case.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** Everything that is said of a case as a whole, as of a day (ISO 8601). Throws `not-found`, `DefinitionFailure`. */
export async function judgeCase(
  web: Web,
  seat: Seat,
  { caseId, asOf }: { readonly caseId: string; readonly asOf: string },
): Promise<CaseJudgement> {
  const { keeping } = seat;
  const kept = await caseInScope(seat, caseId);
  const [version, knowledge] = await Promise.all([keeping.caseFigures.version(kept.id), web.knowledge()]);
  const judgement = await web.judgements.get(
    { key: kept.id, version: `${asOf} ${knowledge.pipeline.version} ${version}` },
    async () => (await judgeBy(keeping, kept, { knowledge, asOf })).judgement,
  );
  await seat.noteView('case-viewed', kept.id);
  return judgement;
}

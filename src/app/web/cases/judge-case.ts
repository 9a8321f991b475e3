import type { CaseJudgement, CrossFinding } from '#domain/case-judgement.ts';
import { isOfTeam } from '#domain/principal.ts';
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
  return { ...judgement, findings: await Promise.all(judgement.findings.map((finding) => withinTeam(seat, finding))) };
}

/** That a paper names a client of another case is told to everybody, which case it is only to those who may see that case. */
async function withinTeam({ keeping, principal }: Seat, finding: CrossFinding): Promise<CrossFinding> {
  if (finding.otherCases === undefined) return finding;
  const cases = await Promise.all(finding.otherCases.map((other) => keeping.cases.byId(other)));
  const seen = cases.flatMap((one) => (one !== undefined && isOfTeam(principal, one.teamId) ? [one.id] : []));
  return { ...finding, otherCases: seen };
}

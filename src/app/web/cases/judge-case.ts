import type { CaseJudgement, CrossFinding } from '#domain/case-judgement.ts';
import { isOfTeam } from '#domain/principal.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

export interface WantedJudgement {
  readonly caseId: string;
  /** Day (ISO 8601). */
  readonly asOf: string;
  /** Whether one of a moment ago may be given while the current one is being made. */
  readonly mayBeFormer: boolean;
}

/** What is said of a case as a whole. */
export interface SaidOfCase {
  readonly judgement: CaseJudgement;
  /** The case has changed since, and is being judged anew; `case-judgement` is told when that is done. */
  readonly isFormer: boolean;
}

/** Everything that is said of a case as a whole, as of a day. Throws `not-found`, `judging-failed`, `DefinitionFailure`. */
export async function judgeCase(web: Web, seat: Seat, wanted: WantedJudgement): Promise<SaidOfCase> {
  const { caseId, asOf, mayBeFormer } = wanted;
  const kept = await caseInScope(seat, caseId);
  const [version, clients, knowledge] = await Promise.all([
    seat.keeping.caseFigures.version(kept.id),
    // A paper that names somebody who became a client elsewhere is noticed half a minute later at most.
    web.clientsVersion(),
    web.knowledge(),
  ]);
  const of = { key: `${kept.id} ${asOf}`, version: `${knowledge.version} ${version} ${clients}` };
  const { id, name } = kept;
  const make = (): Promise<CaseJudgement> =>
    web.judging.judge({ kept: { id, name }, asOf, knowledge: knowledge.version });
  const { value, next } = mayBeFormer
    ? await web.judgements.currentOrFormer(of, make)
    : { value: await web.judgements.current(of, make), next: null };
  if (next !== null) void next.then(() => tellOfJudgement(web, kept));
  await seat.noteView('case-viewed', id);
  const findings = await Promise.all(value.findings.map((finding) => withinTeam(seat, finding)));
  return { judgement: { ...value, findings }, isFormer: next !== null };
}

/** Whoever was given a former one asks again, also when the current one could not be made: then that is said. */
function tellOfJudgement({ feed }: Web, { id, teamId }: Pick<KeptCase, 'id' | 'teamId'>): void {
  feed.tell({ kind: 'case-judgement', caseId: id, teamId, subject: id });
}

/** That a paper names a client of another case is told to everybody, which case it is only to those who may see that case. */
async function withinTeam({ keeping, principal }: Seat, finding: CrossFinding): Promise<CrossFinding> {
  if (finding.otherCases === undefined) return finding;
  const cases = await Promise.all(finding.otherCases.map((other) => keeping.cases.byId(other)));
  const seen = cases.flatMap((one) => (one !== undefined && isOfTeam(principal, one.teamId) ? [one.id] : []));
  return { ...finding, otherCases: seen };
}

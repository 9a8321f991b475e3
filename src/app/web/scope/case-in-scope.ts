import { LiasseFailure } from '#domain/failure.ts';
import { isOfTeam } from '#domain/principal.ts';
import type { KeptCase } from '#ports/kept-files.ts';
import type { Seat } from '../seat.ts';

/** The case, if it is theirs. Throws `not-found`: of another team's case nobody learns that it is there. */
export async function caseInScope({ keeping, principal }: Seat, caseId: string): Promise<KeptCase> {
  const found = await keeping.cases.byId(caseId);
  if (found === undefined || !isOfTeam(principal, found.teamId)) throw new LiasseFailure('not-found');
  return found;
}

import { isOfTeam } from '#domain/principal.ts';
import type { Change } from '#ports/changes.ts';
import type { Web } from '../open-web.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** What an open page is told: ids only; it asks for the rest. */
export type CaseEvent = Pick<Change, 'kind' | 'caseId' | 'subject'>;

/** Tells of everything that happens to a case, or to all cases of their teams, from when it resolves until it is stopped. Throws `not-found`. */
export async function followCases(
  web: Pick<Web, 'feed'>,
  seat: Seat,
  { caseId, onEvent }: { readonly caseId: string | undefined; readonly onEvent: (event: CaseEvent) => void },
): Promise<() => void> {
  if (caseId !== undefined) await caseInScope(seat, caseId);
  return web.feed.listen(({ kind, caseId: changed, teamId, subject }) => {
    const isWanted = caseId === undefined ? isOfTeam(seat.principal, teamId) : changed === caseId;
    if (isWanted) onEvent({ kind, caseId: changed, subject });
  });
}

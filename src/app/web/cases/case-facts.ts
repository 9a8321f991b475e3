import type { CaseFacts } from '#domain/case-paper.ts';
import { caseInScope } from '../scope/case-in-scope.ts';
import type { Seat } from '../seat.ts';

/** What is known of the client beside the papers. Throws `not-found`. */
export async function readFacts(seat: Seat, caseId: string): Promise<CaseFacts> {
  const { id } = await caseInScope(seat, caseId);
  return seat.keeping.cases.facts(id);
}

/** Replaces what is known; the case is judged by it from then on. Throws `not-found`. */
export async function changeFacts(seat: Seat, caseId: string, facts: CaseFacts): Promise<CaseFacts> {
  const { id } = await caseInScope(seat, caseId);
  await seat.keeping.cases.setFacts(id, facts);
  await seat.keeping.work.add([{ kind: 'case', subject: id, caseId: id, workClass: 'live' }]);
  return facts;
}

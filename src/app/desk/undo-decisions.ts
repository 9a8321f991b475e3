import type { Decision } from '#domain/decisions.ts';
import { isAboutPages } from '#domain/decisions-in-force.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeptDecision } from '#ports/decision-store.ts';

/**
 * What takes decisions back: what held before them holds again, be it an earlier decision or Liasse's own answer. `known` is all that was decided about the same
 * paper or file, oldest first. Throws `not-found` for one that is not among them, `decision-overtaken` when something else was decided about the same since.
 */
export function undoing(known: readonly KeptDecision[], ids: readonly string[], at: string): Decision[] {
  const undone = ids.map((id) => {
    const found = known.find((one) => one.id === id);
    if (found === undefined) throw new LiasseFailure('not-found');
    return found;
  });
  const isUndone = ({ id }: KeptDecision): boolean => ids.includes(id);
  const subjects = new Map(undone.map((one) => [subjectOf(one.decision), one.decision]));
  return [...subjects].map(([subject, decision]) => {
    const about = known.filter((one) => subjectOf(one.decision) === subject);
    const last = about.at(-1);
    if (last === undefined || !isUndone(last)) throw new LiasseFailure('decision-overtaken');
    const before = about.filter((one) => !isUndone(one)).at(-1)?.decision;
    return before === undefined ? givenBack(decision, at) : { ...before, at };
  });
}

/** What a decision is about: of two about the same thing the later one holds. */
export function subjectOf(decision: Decision): string {
  if (isAboutPages(decision)) return `page ${decision.sha256} ${decision.page}`;
  const { document } = decision;
  return 'field' in decision ? `field ${document} ${decision.field}` : `flag ${document} ${decision.flag}`;
}

/** The answer is Liasse's again. */
function givenBack(decision: Decision, at: string): Decision {
  if (isAboutPages(decision)) return { kind: 'release', at, sha256: decision.sha256, page: decision.page };
  const { document } = decision;
  return 'field' in decision
    ? { kind: 'withdraw', at, document, field: decision.field }
    : { kind: 'restore', at, document, flag: decision.flag };
}

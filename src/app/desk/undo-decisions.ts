import type { Decision } from '#domain/decisions.ts';
import { isAboutPages } from '#domain/decisions-in-force.ts';
import { LiasseFailure } from '#domain/failure.ts';
import type { KeptDecision } from '#ports/decision-store.ts';

/**
 * What takes decisions back: what held before them holds again, be it an earlier decision or Liasse's own answer. `known` is all that was decided about the same
 * paper or file, oldest first. Throws `not-found` for one that is not among them, `decision-overtaken` when something else was decided about the same since.
 */
export function undoing(known: readonly KeptDecision[], ids: readonly string[], at: string): Decision[] {
  const undone = known.filter(({ id }) => ids.includes(id));
  if (undone.length < new Set(ids).size) throw new LiasseFailure('not-found');
  // Of several about the same, what held before the first of them.
  const firsts = new Map(undone.toReversed().map((one) => [subjectOf(one.decision), one]));
  const lasts = new Map(undone.map((one) => [subjectOf(one.decision), one]));
  return [...firsts].map(([subject, first]) => {
    const about = known.filter((one) => subjectOf(one.decision) === subject);
    // That a later one was taken back says this one again.
    if (saysOf(about.at(-1)?.decision) !== saysOf(lasts.get(subject)?.decision))
      throw new LiasseFailure('decision-overtaken');
    const before = about[about.indexOf(first) - 1]?.decision;
    return before === undefined ? givenBack(first.decision, at) : { ...before, at };
  });
}

/** Equal for two decisions that make the same hold. */
function saysOf(decision: Decision | undefined): string {
  if (decision === undefined) return '';
  const value = decision.kind === 'correct' ? decision.value : null;
  const reason = decision.kind === 'dismiss' ? decision.reason : null;
  return JSON.stringify([decision.kind, value, reason]);
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

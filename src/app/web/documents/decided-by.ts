import type { Decision } from '#domain/decisions.ts';
import { isAboutPages } from '#domain/decisions-in-force.ts';
import { isOfTeam } from '#domain/principal.ts';
import type { KeptDecision } from '#ports/decision-store.ts';
import { subjectOf } from '../../desk/undo-decisions.ts';
import type { Seat } from '../seat.ts';

/** What a person decided, as it is shown: about a field or flag of a paper, or a page of its file. */
export interface ShownDecision {
  readonly id: string;
  readonly kind: Decision['kind'];
  readonly field: string | null;
  readonly flag: string | null;
  readonly page: number | null;
  readonly value: string | null;
  readonly was: string | null;
  readonly reason: string | null;
  readonly at: string;
  /** Their name; null where that is not known, or of another team. */
  readonly by: string | null;
}

/** Decisions with the names of those who made them, as far as they work together with whoever looks: that another team has the same paper is nobody's business. */
export async function shownDecisions(seat: Seat, decisions: readonly KeptDecision[]): Promise<ShownDecision[]> {
  const names = await namesOf(
    seat,
    decisions.flatMap(({ by }) => by ?? []),
  );
  return decisions.map(({ id, by, decision }) => ({
    id,
    ...parts(decision),
    at: decision.at,
    by: names.get(by ?? '') ?? null,
  }));
}

/** Of all decisions, those in force: the last about each thing, unless it gives the answer back to Liasse. */
export function lastDecisions(decisions: readonly KeptDecision[]): KeptDecision[] {
  const last = new Map(decisions.map((one) => [subjectOf(one.decision), one]));
  return [...last.values()].filter(({ decision: { kind } }) => !['withdraw', 'restore', 'release'].includes(kind));
}

const ID = /^[0-9a-f-]{36}$/;

async function namesOf({ keeping, principal }: Seat, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    // Whoever decided at the command line is nobody of the web app.
    const person = ID.test(id) ? await keeping.people.find(id) : undefined;
    const isKnown = id === principal.personId || person?.teamIds.some((teamId) => isOfTeam(principal, teamId));
    if (person !== undefined && isKnown) names.set(id, person.name);
  }
  return names;
}

function parts(decision: Decision): Omit<ShownDecision, 'id' | 'at' | 'by'> {
  const nothing = { field: null, flag: null, page: null, value: null, was: null, reason: null };
  const { kind } = decision;
  if (isAboutPages(decision)) return { ...nothing, kind, page: decision.page };
  if (decision.kind === 'correct')
    return { ...nothing, kind, field: decision.field, value: decision.value, was: decision.was };
  if (decision.kind === 'withdraw') return { ...nothing, kind, field: decision.field };
  const reason = decision.kind === 'dismiss' ? decision.reason : null;
  return { ...nothing, kind, flag: decision.flag, reason };
}

import { LiasseFailure } from '#domain/failure.ts';
import type { Seat } from '../seat.ts';

export interface SessionRow {
  readonly id: string;
  readonly userAgent: string | null;
  readonly madeAt: string;
  readonly expiresAt: string;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** The browsers in which I am signed in. */
export async function listMySessions({ keeping, principal: { personId, by } }: Seat): Promise<SessionRow[]> {
  const thisOne = 'sessionId' in by ? by.sessionId : undefined;
  return (await keeping.people.sessions(personId)).map(({ id, userAgent, madeAt, expiresAt }) => ({
    ...{ id, userAgent, isThis: id === thisOne },
    ...{ madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() },
  }));
}

/** Signs me out of one browser. Throws `not-found`, also for somebody else's. */
export async function endMySession({ keeping, principal }: Seat, sessionId: string): Promise<void> {
  const ended = await keeping.people.endSessions(principal.personId, { only: sessionId });
  if (ended === 0) throw new LiasseFailure('not-found');
}

/** Signs me out everywhere else. */
export async function endMyOtherSessions({ keeping, principal: { personId, by } }: Seat): Promise<{ ended: number }> {
  return {
    ended: await keeping.people.endSessions(personId, 'sessionId' in by ? { butNot: by.sessionId } : undefined),
  };
}

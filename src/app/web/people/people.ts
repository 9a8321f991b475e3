import { LiasseFailure } from '#domain/failure.ts';
import type { Person, PersonChanges } from '#ports/people.ts';
import type { Seat } from '../seat.ts';

/** A person as administrators see them. */
export interface PersonRow extends Omit<Person, 'blockedAt' | 'madeAt' | 'seenAt'> {
  readonly isBlocked: boolean;
  readonly madeAt: string;
  readonly seenAt: string | null;
}

export async function listPeople({ keeping }: Seat): Promise<PersonRow[]> {
  return (await keeping.people.all()).map(asRow);
}

/** Role, teams, blocked or not. Throws `not-found`, `last-administrator`. */
export async function changePerson({ keeping }: Seat, id: string, changes: PersonChanges): Promise<PersonRow> {
  const changed = await keeping.people.change(id, changes);
  if (changed === undefined) throw new LiasseFailure('not-found');
  return asRow(changed);
}

/** Signs somebody out everywhere. Throws `not-found`. */
export async function endSessionsOf({ keeping }: Seat, id: string): Promise<{ readonly ended: number }> {
  if ((await keeping.people.find(id)) === undefined) throw new LiasseFailure('not-found');
  return { ended: await keeping.people.endSessions(id) };
}

function asRow({ blockedAt, madeAt, seenAt, ...person }: Person): PersonRow {
  const isBlocked = blockedAt !== null;
  return { ...person, isBlocked, madeAt: madeAt.toISOString(), seenAt: seenAt?.toISOString() ?? null };
}

import { LiasseFailure } from '#domain/failure.ts';
import type { Bilingual } from '#domain/findings.ts';
import { type Action, actionsOf } from '#domain/permissions.ts';
import { isAllowed } from '#domain/principal.ts';
import type { Person } from '#ports/people.ts';
import type { Seat } from '../seat.ts';

/** Who I am and what I may. */
export interface Me extends Pick<Person, 'id' | 'name' | 'email' | 'role' | 'language' | 'hasSecondCode'> {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly may: readonly Action[];
}

/** Throws `not-signed-in` when they were taken out meanwhile. */
export async function readMe({ keeping, principal }: Seat): Promise<Me> {
  const [person, teams] = await Promise.all([keeping.people.find(principal.personId), keeping.teams.all()]);
  if (person === undefined) throw new LiasseFailure('not-signed-in');
  const { id, name, email, role, language, hasSecondCode, teamIds } = person;
  return {
    ...{ id, name, email, role, language, hasSecondCode },
    teams: teams.filter((team) => teamIds.includes(team.id)).map((team) => ({ id: team.id, name: team.name })),
    may: actionsOf(role).filter((action) => isAllowed(principal, action)),
  };
}

/** My name and language. */
export async function changeMe(
  seat: Seat,
  changes: { readonly name?: string | undefined; readonly language?: keyof Bilingual | undefined },
): Promise<Me> {
  const { name, language } = changes;
  await seat.keeping.people.changeSelf(seat.principal.personId, {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
  });
  return readMe(seat);
}

import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import type { Role } from '#domain/permissions.ts';
import type { NewPerson, Person } from '#ports/people.ts';
import type { Tables } from '../tables.ts';
import { findPerson } from './person-row.ts';

/** How better-auth names a sign-in by address and password. */
const BY_PASSWORD = 'credential';

/** A new person with a password, within a transaction. Throws `address-known`, `not-found` for a team. */
export async function addPerson(
  within: Transaction<Tables>,
  { name, email, language, passwordHash }: NewPerson,
  { role, teamIds }: { readonly role: Role; readonly teamIds: readonly string[] },
): Promise<Person> {
  const id = randomUUID();
  const made = await within
    .insertInto('people')
    .values({ id, name, email: email.toLowerCase(), role, language })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) throw new LiasseFailure('address-known');
  await within
    .insertInto('sign_ins')
    .values({ id: randomUUID(), person_id: id, account_id: id, provider: BY_PASSWORD, password: passwordHash })
    .execute();
  await setTeams(within, id, teamIds);
  const person = await findPerson(within, id);
  if (person === undefined) throw new Error('a person who was added is not there');
  return person;
}

/** Puts a person into these teams and no others. Throws `not-found` when one is not there. */
export async function setTeams(
  within: Transaction<Tables>,
  personId: string,
  teamIds: readonly string[],
): Promise<void> {
  await checkTeams(within, teamIds);
  await within.deleteFrom('memberships').where('person_id', '=', personId).execute();
  const rows = [...new Set(teamIds)].map((teamId) => ({ person_id: personId, team_id: teamId }));
  if (rows.length > 0) await within.insertInto('memberships').values(rows).execute();
}

/** Throws `not-found` when one of the teams is not there. */
export async function checkTeams(within: Transaction<Tables>, teamIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(teamIds)];
  if (wanted.length === 0) return;
  const there = await within.selectFrom('teams').select('id').where('id', 'in', wanted).execute();
  if (there.length < wanted.length) throw new LiasseFailure('not-found');
}

import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { roleSchema } from '#domain/permissions.ts';
import { languageSchema } from '#domain/principal.ts';
import type { Person } from '#ports/people.ts';
import type { Tables } from '../tables.ts';

const teamIds = sql<string[]>`array(
  select team_id::text from memberships where person_id = people.id order by team_id)`;
const seenAt = sql<Date | null>`(
  select max(changed_at) from sessions where person_id = people.id and expires_at > now())`;

/** People with their teams. */
export function selectPeople(db: Kysely<Tables>) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'role', 'language', 'second_code', 'blocked_at', 'made_at'])
    .select([teamIds.as('team_ids'), seenAt.as('seen_at')]);
}

type Row =
  ReturnType<typeof selectPeople> extends SelectQueryBuilder<infer _DB, infer _T, infer Output> ? Output : never;

export function asPerson(row: Row): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: roleSchema.parse(row.role),
    language: languageSchema.parse(row.language),
    hasSecondCode: row.second_code,
    blockedAt: row.blocked_at,
    teamIds: row.team_ids,
    madeAt: row.made_at,
    seenAt: row.seen_at,
  };
}

export async function findPerson(db: Kysely<Tables>, id: string): Promise<Person | undefined> {
  const row = await selectPeople(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asPerson(row);
}

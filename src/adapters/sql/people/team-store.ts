import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { LiasseFailure } from '#domain/failure.ts';
import type { Team, TeamStore } from '#ports/people.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';

/** Teams in the table `teams`. */
export function createTeamStore(db: Database, trail: AuditTrail): TeamStore {
  const all = async (): Promise<Team[]> => {
    const rows = await db
      .selectFrom('teams')
      .select([
        'id',
        'name',
        sql<number>`(select count(*)::integer from memberships where team_id = teams.id)`.as('people'),
      ])
      .orderBy('name')
      .execute();
    return rows;
  };
  const find = async (id: string): Promise<Team | undefined> => (await all()).find((team) => team.id === id);
  return {
    all,
    add: async (name) => {
      const id = randomUUID();
      await unlessTaken(() =>
        trail.transaction(async (within, tell) => {
          await within.insertInto('teams').values({ id, name }).execute();
          await tell([{ action: 'team-made', subject: id, detail: {} }]);
        }),
      );
      return { id, name, people: 0 };
    },
    rename: async (id, name) => {
      await unlessTaken(() =>
        trail.transaction(async (within, tell) => {
          const changed = await within
            .updateTable('teams')
            .set({ name })
            .where('id', '=', id)
            .returning('id')
            .executeTakeFirst();
          if (changed !== undefined) await tell([{ action: 'team-changed', subject: id, detail: {} }]);
        }),
      );
      return find(id);
    },
  };
}

const UNIQUE_VIOLATION = '23505';

async function unlessTaken(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
      throw new LiasseFailure('team-name-taken', '', { cause: error });
    throw error;
  }
}

import { LiasseFailure } from '#domain/failure.ts';
import type { Team } from '#ports/people.ts';
import type { Seat } from '../seat.ts';

export function listTeams({ keeping }: Seat): Promise<Team[]> {
  return keeping.teams.all();
}

/** Throws `team-name-taken`. */
export function addTeam({ keeping }: Seat, name: string): Promise<Team> {
  return keeping.teams.add(name);
}

/** Throws `not-found`, `team-name-taken`. */
export async function renameTeam({ keeping }: Seat, id: string, name: string): Promise<Team> {
  const renamed = await keeping.teams.rename(id, name);
  if (renamed === undefined) throw new LiasseFailure('not-found');
  return renamed;
}

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A name is taken within a team only: that another team has a case of that name is nobody else's to know. */
export const caseNames: Migration = {
  up: async (db) => {
    await sql`alter table cases drop constraint cases_name_key, add constraint cases_name_in_team unique (team_id, name)`.execute(
      db,
    );
    await sql`create index cases_name on cases (name)`.execute(db);
  },
};

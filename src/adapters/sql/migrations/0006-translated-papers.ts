import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Keys of the papers of a case whose translation lies in it, as it was last judged; docs/translations.md tells the story. */
export const translatedPapers: Migration = {
  up: async (db) => {
    await sql`alter table cases add column translated text[] not null default '{}'`.execute(db);
  },
};

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Whom cases are about, so that a paper of one client is noticed in the case of another. client_names: sealed under the case's key. client_keys: keyed hashes
 * by which they are looked up without being read.
 */
export const clientNames: Migration = {
  up: async (db) => {
    await sql`alter table cases add column client_names bytea, add column client_keys text[] not null default '{}'`.execute(
      db,
    );
  },
};

import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { keyRightsSchema } from '#domain/principal.ts';
import type { ApiKey, ApiKeyStore } from '#ports/people.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';

/** API keys in the table of that name, as hashes. */
export function createApiKeyStore(db: Database, trail: AuditTrail): ApiKeyStore {
  return {
    add: ({ personId, name, prefix, rights, expiresAt }, hash) =>
      trail.transaction(async (within, tell) => {
        const row = await within
          .insertInto('api_keys')
          .values({ id: randomUUID(), person_id: personId, name, prefix, hash, rights, expires_at: expiresAt })
          .returningAll()
          .executeTakeFirstOrThrow();
        await tell([{ action: 'api-key-made', subject: row.id, detail: { person: personId, rights } }]);
        return asKey(row);
      }),
    ofPerson: async (personId) => {
      const rows = await workingKeys(db).where('person_id', '=', personId).orderBy('made_at').execute();
      return rows.map(asKey);
    },
    all: async () => (await workingKeys(db).orderBy('made_at', 'desc').execute()).map(asKey),
    use: async (hash) => {
      const row = await workingKeys(db).where('hash', '=', hash).executeTakeFirst();
      if (row === undefined) return undefined;
      // Once a minute is exact enough, and spares the disk.
      await db
        .updateTable('api_keys')
        .set({ last_used_at: sql`now()` })
        .where('id', '=', row.id)
        .where(sql<boolean>`coalesce(last_used_at, '-infinity') < now() - interval '1 minute'`)
        .execute();
      return asKey(row);
    },
    revoke: (personId, id) =>
      trail.transaction(async (within, tell) => {
        const gone = await within
          .updateTable('api_keys')
          .set({ revoked_at: sql`now()` })
          .where('id', '=', id)
          .$if(personId !== 'anybody', (q) => q.where('person_id', '=', personId))
          .where('revoked_at', 'is', null)
          .returning('person_id')
          .executeTakeFirst();
        if (gone !== undefined)
          await tell([{ action: 'api-key-revoked', subject: id, detail: { person: gone.person_id } }]);
        return gone !== undefined;
      }),
  };
}

function workingKeys(db: Database) {
  return db
    .selectFrom('api_keys')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`);
}

function asKey(row: Selectable<Tables['api_keys']>): ApiKey {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    prefix: row.prefix,
    rights: keyRightsSchema.parse(row.rights),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

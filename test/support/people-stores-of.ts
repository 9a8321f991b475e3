import { createAuditTrail } from '#adapters/sql/audit/audit-trail.ts';
import { createChangeLog } from '#adapters/sql/changes/change-log.ts';
import { type DatabasePlace, openDatabase } from '#adapters/sql/open-database.ts';
import { createApiKeyStore } from '#adapters/sql/people/api-key-store.ts';
import { createInvitationStore } from '#adapters/sql/people/invitation-store.ts';
import { createPeopleStore } from '#adapters/sql/people/people-store.ts';
import { createTeamStore } from '#adapters/sql/people/team-store.ts';
import { createTryCounter } from '#adapters/sql/people/try-counter.ts';
import type { PeopleStores } from '../contracts/people.contract.ts';

/** The people of a database, emptied but for the first team. */
export async function peopleStoresOf(
  place: DatabasePlace,
): Promise<{ readonly emptied: () => Promise<PeopleStores>; readonly close: () => Promise<void> }> {
  const { db, close } = await openDatabase(place);
  const trail = createAuditTrail(db, { actor: 'a test' });
  return {
    emptied: async () => {
      await db.deleteFrom('people').execute();
      await db.deleteFrom('invitations').execute();
      await db.deleteFrom('setup_codes').execute();
      await db.deleteFrom('tries').execute();
      return {
        people: createPeopleStore(db, trail),
        teams: createTeamStore(db, trail),
        invitations: createInvitationStore(db, trail),
        apiKeys: createApiKeyStore(db, trail),
        tries: createTryCounter(db),
        changes: createChangeLog(db),
        openCase: async (name) => {
          const row = { id: crypto.randomUUID(), name, state: 'open' };
          await db.insertInto('cases').values(row).execute();
          return row.id;
        },
        signIn: async (personId) => {
          const id = crypto.randomUUID();
          const expires = new Date(Date.now() + 60_000);
          await db.insertInto('sessions').values({ id, token: id, person_id: personId, expires_at: expires }).execute();
          return id;
        },
      };
    },
    close,
  };
}

import { sql } from 'kysely';
import { createAuditTrail } from '#adapters/sql/audit/audit-trail.ts';
import { createCaseStore } from '#adapters/sql/case-store.ts';
import { createKeyStore } from '#adapters/sql/key-store.ts';
import { type DatabasePlace, openDatabase } from '#adapters/sql/open-database.ts';
import { createWebhookStore } from '#adapters/sql/webhooks/webhook-store.ts';
import { createVault } from '#adapters/vault/create-vault.ts';
import type { WebhookStores } from '../contracts/webhooks.contract.ts';
import { createMemoryMasterKeys } from './memory-master-keys.ts';

/** The webhooks of a database, emptied. */
export async function webhookStoresOf(
  place: DatabasePlace,
): Promise<{ readonly emptied: () => Promise<WebhookStores>; readonly close: () => Promise<void> }> {
  const { db, close } = await openDatabase(place);
  const trail = createAuditTrail(db, { actor: 'a test' });
  const vault = createVault({ keys: createKeyStore(db, trail), master: createMemoryMasterKeys() });
  const cases = createCaseStore(db, vault, trail);
  return {
    emptied: async () => {
      await db.deleteFrom('webhooks').execute();
      return {
        webhooks: createWebhookStore(db, vault, trail),
        closeCase: async () => {
          const { id } = await cases.open(`case ${crypto.randomUUID()}`);
          await cases.setState(id, 'closed');
          return id;
        },
        age: async (ms) => {
          const ago = sql`make_interval(secs => ${ms / 1000})`;
          await sql`update webhook_deliveries set made_at = made_at - ${ago}, due_at = due_at - ${ago},
            lease_until = lease_until - ${ago}, settled_at = settled_at - ${ago}`.execute(db);
          await sql`update webhooks set failing_since = failing_since - ${ago}`.execute(db);
        },
      };
    },
    close,
  };
}

import type { ColumnType, Generated } from 'kysely';
import type { Instant, Made, Nullable, Sealed } from '../column-types.ts';

/** The tables of webhooks, for Kysely. What each is for stands in `migrations/0005-webhooks.ts`. */
export interface WebhookTables {
  webhooks: {
    id: string;
    url: string;
    events: ColumnType<string[], readonly string[], readonly string[]>;
    secret: Sealed;
    made_at: Made<Instant>;
    disabled_at: Nullable<Instant>;
    disabled_because: Nullable<string>;
    failing_since: Nullable<Instant>;
    delivered_at: Nullable<Instant>;
  };
  webhook_deliveries: {
    id: Generated<string>;
    webhook_id: string;
    event: string;
    data: ColumnType<unknown, string, string>;
    state: Generated<string>;
    attempts: Generated<number>;
    made_at: Made<Instant>;
    due_at: Made<Instant>;
    owner: Nullable<string>;
    lease_until: Nullable<Instant>;
    settled_at: Nullable<Instant>;
    status: Nullable<number>;
    problem: Nullable<string>;
    took_ms: Nullable<number>;
  };
}

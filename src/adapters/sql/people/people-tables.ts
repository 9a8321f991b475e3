import type { ColumnType, Generated } from 'kysely';
import type { BigNumber, Instant, Made, Nullable } from '../column-types.ts';

/** The tables of people and sign-in, for Kysely. What each is for stands in `migrations/0002-people.ts`. */
export interface PeopleTables {
  teams: { id: string; name: string; made_at: Made<Instant> };
  people: {
    id: string;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    image: Nullable<string>;
    role: string;
    language: Generated<string>;
    second_code: Generated<boolean>;
    blocked_at: Nullable<Instant>;
    made_at: Made<Instant>;
    changed_at: Made<Instant>;
  };
  memberships: { person_id: string; team_id: string };
  sign_ins: {
    id: string;
    person_id: string;
    account_id: string;
    provider: string;
    password: Nullable<string>;
    access_token: Nullable<string>;
    refresh_token: Nullable<string>;
    id_token: Nullable<string>;
    scope: Nullable<string>;
    access_token_expires_at: Nullable<Instant>;
    refresh_token_expires_at: Nullable<Instant>;
    made_at: Made<Instant>;
    changed_at: Made<Instant>;
  };
  second_codes: {
    id: string;
    person_id: string;
    secret: string;
    backup_codes: string;
    verified: Generated<boolean>;
    failed_count: Generated<number>;
    locked_until: Nullable<Instant>;
  };
  sessions: {
    id: string;
    person_id: string;
    token: string;
    expires_at: Instant;
    ip_address: Nullable<string>;
    user_agent: Nullable<string>;
    made_at: Made<Instant>;
    changed_at: Made<Instant>;
  };
  verifications: {
    id: string;
    identifier: string;
    value: string;
    expires_at: Instant;
    made_at: Made<Instant>;
    changed_at: Made<Instant>;
  };
  tries: { about: string; failed: number; since: Made<Instant> };
  setup_codes: { hash: string; made_at: Made<Instant> };
  invitations: {
    id: string;
    hash: string;
    email: string;
    role: string;
    team_ids: ColumnType<string[], readonly string[], readonly string[]>;
    language: string;
    invited_by: Nullable<string>;
    made_at: Made<Instant>;
    expires_at: Instant;
    accepted_at: Nullable<Instant>;
    withdrawn_at: Nullable<Instant>;
  };
  api_keys: {
    id: string;
    person_id: string;
    name: string;
    prefix: string;
    hash: string;
    rights: string;
    made_at: Made<Instant>;
    expires_at: Instant;
    last_used_at: Nullable<Instant>;
    revoked_at: Nullable<Instant>;
  };
  changes: {
    seq: Made<BigNumber>;
    at: Made<Instant>;
    kind: string;
    case_id: Nullable<string>;
    subject: Nullable<string>;
  };
}

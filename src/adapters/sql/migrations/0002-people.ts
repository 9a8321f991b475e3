import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The team to which everything belongs that was received without naming one. */
export const FIRST_TEAM = '00000000-0000-4000-8000-000000000001';

/** People, how they sign in, and whose cases are whose; docs/web.md tells the story. The tables of sign-in are those that better-auth asks for. */
const STATEMENTS = [
  `create table teams (id uuid primary key, name text not null unique, made_at timestamptz not null default now())`,
  `insert into teams (id, name) values ('${FIRST_TEAM}', 'Équipe 1')`,
  `alter table cases add column team_id uuid not null default '${FIRST_TEAM}' references teams (id)`,
  `create index cases_of_team on cases (team_id, opened_at desc)`,

  // email: in small letters. blocked_at: may not sign in, and no key of theirs works.
  `create table people (
     id uuid primary key, name text not null, email text not null unique check (email = lower(email)),
     email_verified boolean not null default true, image text,
     role text not null check (role in ('adviser', 'translator', 'operator', 'administrator')),
     language text not null default 'fr' check (language in ('fr', 'en')),
     second_code boolean not null default false, blocked_at timestamptz,
     made_at timestamptz not null default now(), changed_at timestamptz not null default now())`,
  `create table memberships (
     person_id uuid not null references people (id) on delete cascade,
     team_id uuid not null references teams (id) on delete cascade, primary key (person_id, team_id))`,
  `create index memberships_of_team on memberships (team_id)`,

  // password: argon2id. The columns about tokens are for other ways to sign in, which there are none of.
  `create table sign_ins (
     id text primary key, person_id uuid not null references people (id) on delete cascade,
     account_id text not null, provider text not null, password text,
     access_token text, refresh_token text, id_token text, scope text,
     access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
     made_at timestamptz not null default now(), changed_at timestamptz not null default now(),
     unique (provider, account_id))`,
  `create index sign_ins_of_person on sign_ins (person_id)`,
  // secret, backup_codes: encrypted by the key of sign-in.
  `create table second_codes (
     id text primary key, person_id uuid not null unique references people (id) on delete cascade,
     secret text not null, backup_codes text not null, verified boolean not null default true,
     failed_count integer not null default 0, locked_until timestamptz)`,

  // What passes: left out of backups, so that nobody is signed in again by a restore.
  `create table sessions (
     id text primary key, person_id uuid not null references people (id) on delete cascade,
     token text not null unique, expires_at timestamptz not null, ip_address text, user_agent text,
     made_at timestamptz not null default now(), changed_at timestamptz not null default now())`,
  `create index sessions_of_person on sessions (person_id)`,
  `create table verifications (
     id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
     made_at timestamptz not null default now(), changed_at timestamptz not null default now())`,
  `create index verifications_by_identifier on verifications (identifier)`,
  // about: a hash of what was tried. Counted since then; older counts are begun anew.
  `create table tries (about text primary key, failed integer not null, since timestamptz not null default now())`,
  // hash: of the code with which the first administrator is made.
  `create table setup_codes (hash text primary key, made_at timestamptz not null default now())`,

  // hash: SHA-256 of the token in the link, which is shown once.
  `create table invitations (
     id uuid primary key, hash text not null unique, email text not null, role text not null, team_ids uuid[] not null,
     language text not null, invited_by uuid references people (id) on delete set null,
     made_at timestamptz not null default now(), expires_at timestamptz not null, accepted_at timestamptz, withdrawn_at timestamptz)`,
  // hash: SHA-256 of the key, which is shown once; prefix: its beginning, to know it by.
  `create table api_keys (
     id uuid primary key, person_id uuid not null references people (id) on delete cascade,
     name text not null, prefix text not null, hash text not null unique, rights text not null check (rights in ('all', 'reading')),
     made_at timestamptz not null default now(), expires_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz)`,
  `create index api_keys_of_person on api_keys (person_id)`,

  // What happened to cases just now, for pages that are open: rows are added and, after a while, taken out. Nobody waits for anybody here.
  `create table changes (
     seq bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
     kind text not null, case_id uuid, subject uuid)`,
  `create index changes_by_time on changes (at)`,
  `create or replace function tell_change_of_file() returns trigger language plpgsql as $$ begin
     if tg_op = 'INSERT' then
       insert into changes (kind, case_id, subject) values ('file-received', new.case_id, new.id);
     elsif new.state is distinct from old.state or new.settled_at is distinct from old.settled_at then
       insert into changes (kind, case_id, subject) values ('file-settled', new.case_id, new.id);
     end if;
     return null; end $$`,
  `create trigger files_tell_changes after insert or update on files for each row execute function tell_change_of_file()`,
  `create or replace function tell_change_of_case() returns trigger language plpgsql as $$ begin
     if tg_op = 'INSERT' then
       insert into changes (kind, case_id, subject) values ('case-opened', new.id, new.id);
     elsif new.judged_at is distinct from old.judged_at then
       insert into changes (kind, case_id, subject) values ('case-judged', new.id, new.id);
     elsif new.state is distinct from old.state then
       insert into changes (kind, case_id, subject) values ('case-changed', new.id, new.id);
     end if;
     return null; end $$`,
  `alter table cases add column judged_at timestamptz`,
  `create trigger cases_tell_changes after insert or update on cases for each row execute function tell_change_of_case()`,
];

export const people: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who translates what until when; docs/translations.md tells the story. */
const STATEMENTS = [
  // pairs: [{ from, to }], ISO 639. sworn_court: null for whoever is not sworn. most: orders at a time. absent_until: the last day.
  `create table translators (
     person_id uuid primary key references people (id) on delete cascade,
     pairs jsonb not null, sworn_court text, sworn_until text, most integer not null, absent_until text,
     changed_at timestamptz not null default now())`,

  // A paper that is to be translated. page_from, page_to: what the translator sees of the file. language: null when it is unclear. rule: of routing.yaml;
  // null when a person ordered it. made_by, translator_id: people. because: why nobody could be asked, or why it was cancelled. due_on, reminded_on: days.
  // filed_at: since when the translation lies in the case; an order that is accepted and not filed is filed by whoever comes next.
  `create table translation_orders (
     id uuid primary key, case_id uuid not null references cases (id) on delete cascade,
     file_id uuid not null references files (id) on delete cascade, page_from integer not null, page_to integer not null,
     document text not null, type text, language text, target text not null, is_sworn boolean not null, is_urgent boolean not null default false,
     rule text, state text not null, because text, translator_id uuid references people (id) on delete set null,
     due_on text not null, made_by uuid references people (id) on delete set null, made_at timestamptz not null default now(),
     asked_at timestamptz, delivered_at timestamptz, settled_at timestamptz, sent_back integer not null default 0, reminded_on text,
     delivery_id uuid, translation_file uuid references files (id) on delete set null, filed_at timestamptz)`,
  `create unique index translation_orders_open on translation_orders (file_id, page_from) where state not in ('accepted', 'cancelled')`,
  `create index translation_orders_of_case on translation_orders (case_id)`,
  `create index translation_orders_of_translator on translation_orders (translator_id)`,

  // What happened to an order, in order. text: what somebody wrote, sealed under the key of the case. person: whom it is about, if it is not who did it.
  `create table translation_events (
     seq bigint generated always as identity primary key, order_id uuid not null references translation_orders (id) on delete cascade,
     at timestamptz not null default clock_timestamp(), kind text not null, actor text not null, person uuid, code text, text bytea)`,
  `create index translation_events_of_order on translation_events (order_id, seq)`,

  // What a translator uploaded. name, bytes, content, remark: sealed under the key of the case. bytes: null once they are filed as an original.
  // state: waiting to be read, read, or failed (code).
  `create table translation_deliveries (
     id uuid primary key, order_id uuid not null references translation_orders (id) on delete cascade,
     name bytea not null, sha256 text not null, media_type text not null, size_bytes bigint not null, bytes bytea,
     state text not null default 'waiting', failure text, page_count integer, content bytea, remark bytea,
     differences integer, uploaded_at timestamptz not null default now(), delivered_at timestamptz)`,
  `create index translation_deliveries_of_order on translation_deliveries (order_id)`,

  `create or replace function tell_change_of_order() returns trigger language plpgsql as $$ begin
     insert into changes (kind, case_id, subject) values ('order-changed', new.case_id, new.id);
     return null; end $$`,
  `create trigger translation_orders_tell_changes after insert or update on translation_orders for each row execute function tell_change_of_order()`,
];

export const translations: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Everything that keeping needs; docs/keeping.md tells the story. Written as SQL: it is read as SQL by whoever runs the database. */
const STATEMENTS = [
  // Facts about this installation: its id, notes such as "the master key was backed up".
  `create table meta (key text primary key, value text not null)`,

  // Keys of files, cases, the organisation, wrapped by the master key. A key that is gone is gone with all that it seals.
  `create table keys (
     id text primary key, wrapped bytea not null, master text not null, made_at timestamptz not null default now())`,

  // summary: what its documents say together, as of when all of them were settled. facts: what the organisation knows of the client, sealed.
  `create table cases (
     id uuid primary key, summary jsonb, facts bytea, name text not null unique,
     state text not null default 'open' check (state in ('open', 'closed', 'archived')),
     opened_at timestamptz not null default now(), state_since timestamptz not null default now())`,

  // The ledger: one row for every stream of bytes that came in. copy_of: the same bytes came before under another name and both are papers of the
  // case; twin_of: the very same file came again and is no paper of its own. is_container: an archive or e-mail, whose files have rows of their own.
  // as_of: the day its papers are judged. reading: what the pages were read with, to know what a new reader reaches. name_key: keyed hash of the name.
  // by: who brought it.
  `create table files (
     id uuid primary key, case_id uuid not null references cases (id) on delete cascade,
     position bigint generated always as identity,
     name bytea not null, name_key text not null, sha256 text, media_type text, size_bytes bigint not null,
     is_container boolean not null default false, as_of text not null,
     state text not null check (state in ('waiting', 'accepted', 'duplicate', 'rejected')),
     failure text, copy_of uuid references files (id) on delete set null, twin_of uuid references files (id) on delete cascade,
     via text not null, by text not null default '', received_at timestamptz not null default now(), settled_at timestamptz,
     page_count integer, reading text,
     check ((state = 'rejected') = (failure is not null)), check (state <> 'duplicate' or coalesce(twin_of, copy_of) is not null))`,
  `create index files_of_case on files (case_id, position)`,
  `create index files_by_bytes on files (sha256)`,
  // For the checks that come with taking a file out.
  `create index files_copies on files (copy_of) where copy_of is not null`,
  `create index files_twins on files (twin_of) where twin_of is not null`,

  // Documents in force: what a file was cut into and what is said of each, as the row of artifacts_id says it. words: blind search index. No column
  // that a run changes is indexed, and pages have room for a second version of each row: a run put in force touches no index.
  `create table documents (
     file_id uuid not null references files (id) on delete cascade, page_from integer not null, page_to integer not null,
     id text not null, case_id uuid not null references cases (id) on delete cascade,
     status text not null, type text, language text, issue_date text, score integer, flags text[] not null default '{}',
     as_of text not null, judged_by text not null, cut_by text not null, read_by text not null,
     pipeline text not null, pipeline_version text not null,
     artifacts_id uuid not null, words tsvector, judged_at timestamptz not null default now(),
     primary key (file_id, page_from)) with (fillfactor = 50)`,
  `create index documents_by_id on documents (id)`,
  `create index documents_of_case on documents (case_id)`,
  `create index documents_words on documents using gin (words)`,

  // What the document stages computed, and under which keys; of runs that are not accepted too, and what was in force before. Has what a row of
  // documents says, so that it can be put in force, and taken back, by copying. content: null where it is that of content_of, under other keys.
  // words: where they are others than those in force.
  `create table artifacts (
     id uuid primary key, file_id uuid not null references files (id) on delete cascade,
     page_from integer not null, page_to integer not null, document text not null, run_id uuid,
     status text not null, type text, language text, issue_date text, score integer, flags text[] not null default '{}',
     as_of text not null, judged_by text not null, cut_by text not null, read_by text not null,
     pipeline text not null, pipeline_version text not null,
     words tsvector, keys bytea not null, content bytea, content_of uuid, made_at timestamptz not null default now(),
     check ((content is null) = (content_of is not null)))`,
  // Sealed bytes can't be compressed any more.
  `alter table artifacts alter column content set storage external, alter column keys set storage external`,
  `create index artifacts_of_file on artifacts (file_id)`,
  `create index artifacts_of_run on artifacts (run_id) where run_id is not null`,

  // What persons decided; added, never changed.
  `create table decisions (
     seq bigint generated always as identity primary key, at timestamptz not null, kind text not null,
     document text, sha256 text, field text, content bytea not null, by text)`,
  `create table learned_models (
     seq bigint generated always as identity primary key, pipeline text not null, at timestamptz not null, content bytea not null)`,

  // What is to be done; a row goes when it is done. asked_again: wanted anew while it ran, and to be done once more.
  `create table work (
     id uuid primary key, kind text not null, subject uuid not null, case_id uuid,
     class smallint not null, rank integer not null,
     state text not null default 'ready' check (state in ('ready', 'running', 'dead')),
     attempts integer not null default 0, due_at timestamptz not null default now(),
     owner text, lease_until timestamptz, failure text, offered_at timestamptz not null default now(),
     asked_again boolean not null default false, died_at timestamptz,
     unique (kind, subject))`,
  `create index work_in_order on work (class, rank, offered_at) where state = 'ready'`,
  `create index work_of_case on work (case_id) where state = 'ready'`,
  `create index work_running on work (lease_until) where state = 'running'`,

  // Archives judged again. judged_by, read_by: what by; a run is gone on with by the same only. planned, done: documents. failed: documents that
  // could not be judged and are left as they are. left_alone: documents that were no longer as the run had found them.
  `create table runs (
     id uuid primary key,
     state text not null check (state in (
       'computing', 'proposed', 'accepting', 'accepted', 'rejecting', 'rejected', 'rolling-back', 'rolled-back')),
     pipeline text not null, pipeline_version text not null, judged_by text not null, read_by text not null,
     of_case uuid, of_type text, before text, as_of text, is_judging_only boolean not null,
     planned integer not null, done integer not null default 0, failed integer not null default 0,
     started_at timestamptz not null default now(), ended_at timestamptz)`,
  // What a worker does in one go: the documents of the files between two places in the order of receipt. reads: their pages have to be read again.
  `create table run_lots (
     id uuid primary key, run_id uuid not null references runs (id) on delete cascade, nth integer not null,
     first bigint not null, last bigint not null, documents integer not null, reads boolean not null, done_at timestamptz)`,
  `create index run_lots_to_do on run_lots (run_id, nth) where done_at is null`,
  // What becomes of a document; no artifacts_before: a new one, no artifacts_after: there is none any more (the file is cut otherwise). is_whole: the rows of this file go
  // together. change: whether what is said of it is the same, the same but for details, or another. state: left means left alone.
  `create table run_changes (
     run_id uuid not null references runs (id) on delete cascade,
     file_id uuid not null references files (id) on delete cascade, page_from integer not null,
     artifacts_before uuid, artifacts_after uuid, is_whole boolean not null,
     change text not null check (change in ('same', 'details', 'changed')),
     state text not null default 'proposed' check (state in ('proposed', 'in-force', 'left', 'taken-back')),
     primary key (run_id, file_id, page_from))`,
  `create index run_changes_of_file on run_changes (file_id)`,

  // Who did what, each row sealed by the hash of the one before; nothing is changed or taken out.
  `create table audit (
     seq bigint primary key, at text not null, actor text not null, action text not null, subject text not null,
     detail text not null, previous text not null, hash text not null)`,
  `create function audit_is_append_only() returns trigger language plpgsql as
     $$ begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger audit_append_only before update or delete or truncate on audit
     for each statement execute function audit_is_append_only()`,
  `create index audit_about on audit (subject, seq)`,

  // What was taken out for good, and what is left to do about it: rows and keys go in the transaction that begins a purge, bytes after it, one hash
  // at a time (swept_blobs: how many there were). plan: what the certificate will say. certificate: there once it is done. Nothing here names anybody.
  `create table purges (
     id uuid primary key, case_id uuid not null, plan jsonb not null, certificate jsonb,
     begun_at timestamptz not null default clock_timestamp(), done_at timestamptz)`,
  `create table purged_bytes (
     sha256 text not null, purge_id uuid not null references purges (id), swept_blobs integer, swept_size bigint,
     primary key (sha256, purge_id))`,
];

export const keeping: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

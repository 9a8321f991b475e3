import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is told to others, and since when somebody works on something; docs/web.md tells the story. */
const STATEMENTS = [
  // secret: sealed under the organisation's key. failing_since: when the first of all those tries failed since which none got through.
  `create table webhooks (
     id uuid primary key, url text not null, events text[] not null, secret bytea not null, made_at timestamptz not null default now(),
     disabled_at timestamptz, disabled_because text, failing_since timestamptz, delivered_at timestamptz)`,
  // What happens is written here by triggers, in the transaction in which it happens. data: ids, codes, counts. owner, lease_until: who tries it now.
  `create table webhook_deliveries (
     id uuid primary key default gen_random_uuid(), webhook_id uuid not null references webhooks (id) on delete cascade,
     event text not null, data jsonb not null, state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
     attempts integer not null default 0, made_at timestamptz not null default clock_timestamp(), due_at timestamptz not null default now(),
     owner text, lease_until timestamptz, settled_at timestamptz, status integer, problem text, took_ms integer)`,
  `create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting'`,
  `create index webhook_deliveries_of_webhook on webhook_deliveries (webhook_id, made_at desc)`,

  `create or replace function tell_webhooks(what text, about jsonb) returns void language sql as $$
     insert into webhook_deliveries (webhook_id, event, data)
     select id, what, about from webhooks where disabled_at is null and what = any(events) $$`,

  `create or replace function tell_webhooks_of_file() returns trigger language plpgsql as $$ begin
     if new.state <> 'waiting' and (tg_op = 'INSERT' or new.state is distinct from old.state or new.settled_at is distinct from old.settled_at) then
       perform tell_webhooks('file-settled', jsonb_build_object('caseId', new.case_id, 'fileId', new.id, 'state', new.state,
         'failure', new.failure, 'pages', new.page_count));
     end if;
     return null; end $$`,
  `create trigger files_tell_webhooks after insert or update on files for each row execute function tell_webhooks_of_file()`,
  `create or replace function tell_webhooks_of_document() returns trigger language plpgsql as $$ begin
     if tg_op = 'INSERT' or new.artifacts_id is distinct from old.artifacts_id then
       perform tell_webhooks('document-judged', jsonb_build_object('caseId', new.case_id, 'fileId', new.file_id, 'document', new.id,
         'key', new.file_id || ':' || new.page_from, 'status', new.status, 'type', new.type, 'score', new.score, 'flags', to_jsonb(new.flags)));
     end if;
     return null; end $$`,
  `create trigger documents_tell_webhooks after insert or update on documents for each row execute function tell_webhooks_of_document()`,
  `create or replace function tell_webhooks_of_case() returns trigger language plpgsql as $$ begin
     if new.judged_at is distinct from old.judged_at then
       perform tell_webhooks('case-judged', jsonb_build_object('caseId', new.id,
         'documents', (select count(*) from documents where case_id = new.id)));
     end if;
     if new.state is distinct from old.state then
       perform tell_webhooks('case-changed', jsonb_build_object('caseId', new.id, 'state', new.state));
     end if;
     return null; end $$`,
  `create trigger cases_tell_webhooks after update on cases for each row execute function tell_webhooks_of_case()`,
  `create or replace function tell_webhooks_of_order() returns trigger language plpgsql as $$ declare
     before text := case when tg_op = 'INSERT' then '' else old.state end;
     what text := case when tg_op = 'INSERT' then 'translation-ordered' when new.state in ('delivered', 'accepted') then 'translation-' || new.state end;
   begin
     if what is not null and new.state is distinct from before then
       perform tell_webhooks(what, jsonb_build_object('caseId', new.case_id, 'orderId', new.id, 'fileId', new.file_id,
         'key', new.file_id || ':' || new.page_from, 'language', new.language, 'target', new.target, 'sworn', new.is_sworn, 'state', new.state));
     end if;
     return null; end $$`,
  // Installations of before translations have none of it.
  `do $$ begin if to_regclass('translation_orders') is not null then
     create trigger translation_orders_tell_webhooks after insert or update on translation_orders
       for each row execute function tell_webhooks_of_order();
   end if; end $$`,

  // Since when its owner has it.
  `alter table work add column begun_at timestamptz`,
  // A case that goes to another team changes for those who look at it.
  `create or replace function tell_team_of_case() returns trigger language plpgsql as $$ begin
     insert into changes (kind, case_id, subject) values ('case-changed', new.id, new.id);
     return null; end $$`,
  `create trigger cases_tell_team after update of team_id on cases for each row
     when (new.team_id is distinct from old.team_id) execute function tell_team_of_case()`,
];

export const webhooks: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

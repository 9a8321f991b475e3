import type { ColumnType, Generated } from 'kysely';

/** Bytes that a key of the vault sealed. */
type Sealed = Buffer;
/** Numbers of 64 bits come back as text. */
type BigNumber = ColumnType<string, number | string | bigint, number | string | bigint>;
type Instant = ColumnType<Date, Date | string, Date | string>;
/** May be left out when a row is written. */
type Nullable<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S | null, I | null | undefined, U | null>
    : ColumnType<T | null, T | null | undefined, T | null>;
/** Left to the database when a row is written. */
type Made<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : never;

/** The tables as the migrations leave them, for Kysely. What each is for stands in the migration that makes it. */
export interface Tables {
  meta: { key: string; value: string };
  keys: { id: string; wrapped: Buffer; master: string; made_at: Made<Instant> };
  cases: {
    id: string;
    name: string;
    summary: ColumnType<unknown, string | null | undefined, string | null>;
    facts: Nullable<Sealed>;
    client_names: Nullable<Sealed>;
    client_keys: Made<ColumnType<string[], string[], string[]>>;
    state: string;
    opened_at: Made<Instant>;
    state_since: Made<Instant>;
  };
  files: {
    id: string;
    case_id: string;
    position: Made<BigNumber>;
    name: Sealed;
    name_key: string;
    sha256: Nullable<string>;
    media_type: Nullable<string>;
    size_bytes: BigNumber;
    is_container: Generated<boolean>;
    as_of: string;
    state: string;
    failure: Nullable<string>;
    copy_of: Nullable<string>;
    twin_of: Nullable<string>;
    via: string;
    by: Generated<string>;
    received_at: Made<Instant>;
    settled_at: Nullable<Instant>;
    page_count: Nullable<number>;
    reading: Nullable<string>;
  };
  documents: {
    file_id: string;
    page_from: number;
    page_to: number;
    id: string;
    case_id: string;
    status: string;
    type: Nullable<string>;
    language: Nullable<string>;
    issue_date: Nullable<string>;
    score: Nullable<number>;
    flags: ColumnType<string[], readonly string[], readonly string[]>;
    as_of: string;
    judged_by: string;
    cut_by: string;
    read_by: string;
    pipeline: string;
    pipeline_version: string;
    artifacts_id: string;
    words: ColumnType<never, string | null, string | null>;
    judged_at: Made<Instant>;
  };
  artifacts: {
    id: string;
    file_id: string;
    page_from: number;
    page_to: number;
    document: string;
    run_id: Nullable<string>;
    status: string;
    type: Nullable<string>;
    language: Nullable<string>;
    issue_date: Nullable<string>;
    score: Nullable<number>;
    flags: ColumnType<string[], readonly string[], readonly string[]>;
    as_of: string;
    judged_by: string;
    cut_by: string;
    read_by: string;
    pipeline: string;
    pipeline_version: string;
    words: ColumnType<never, string | null | undefined, string | null>;
    keys: Sealed;
    content: Nullable<Sealed>;
    content_of: Nullable<string>;
    made_at: Made<Instant>;
  };
  decisions: {
    seq: Made<BigNumber>;
    at: Instant;
    kind: string;
    document: Nullable<string>;
    sha256: Nullable<string>;
    field: Nullable<string>;
    content: Sealed;
    by: Nullable<string>;
  };
  learned_models: { seq: Made<BigNumber>; pipeline: string; at: Instant; content: Sealed };
  work: {
    id: string;
    kind: string;
    subject: string;
    case_id: Nullable<string>;
    class: number;
    rank: number;
    state: string;
    attempts: Generated<number>;
    due_at: Made<Instant>;
    owner: Nullable<string>;
    lease_until: Nullable<Instant>;
    failure: Nullable<string>;
    offered_at: Made<Instant>;
    asked_again: Generated<boolean>;
    died_at: Nullable<Instant>;
  };
  runs: {
    id: string;
    state: string;
    pipeline: string;
    pipeline_version: string;
    judged_by: string;
    read_by: string;
    of_case: Nullable<string>;
    of_type: Nullable<string>;
    before: Nullable<string>;
    as_of: Nullable<string>;
    is_judging_only: boolean;
    planned: number;
    done: Generated<number>;
    failed: Generated<number>;
    started_at: Made<Instant>;
    ended_at: Nullable<Instant>;
  };
  run_lots: {
    id: string;
    run_id: string;
    nth: number;
    first: BigNumber;
    last: BigNumber;
    documents: number;
    reads: boolean;
    done_at: Nullable<Instant>;
  };
  run_changes: {
    run_id: string;
    file_id: string;
    page_from: number;
    artifacts_before: Nullable<string>;
    artifacts_after: Nullable<string>;
    is_whole: boolean;
    change: string;
    state: Generated<string>;
  };
  purges: {
    id: string;
    case_id: string;
    plan: ColumnType<unknown, string, string>;
    certificate: ColumnType<unknown, string | null | undefined, string | null>;
    begun_at: Made<Instant>;
    done_at: Nullable<Instant>;
  };
  purged_bytes: { sha256: string; purge_id: string; swept_blobs: Nullable<number>; swept_size: Nullable<BigNumber> };
  audit: {
    seq: BigNumber;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string;
    previous: string;
    hash: string;
  };
}

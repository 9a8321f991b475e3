import type { ColumnType, Generated } from 'kysely';

/** Bytes that a key of the vault sealed. */
type Sealed = Buffer;
/** Numbers of 64 bits come back as text. */
type BigNumber = ColumnType<string, number | string | bigint, number | string | bigint>;
type Instant = ColumnType<Date, Date | string, Date | string>;
/** Written as text, read as a value that its reader checks. */
type Json = ColumnType<unknown, string, string>;

/** The tables as the migrations leave them, for Kysely. What each is for stands in the migration that makes it. */
export interface Tables {
  meta: { key: string; value: string };
  keys: { id: string; wrapped: Buffer | null; master: string; made_at: Generated<Instant> };
  cases: { id: string; name: string; state: string; opened_at: Generated<Instant>; state_since: Generated<Instant> };
  files: {
    id: string;
    case_id: string;
    position: Generated<BigNumber>;
    name: Sealed;
    sha256: string | null;
    media_type: string | null;
    size_bytes: BigNumber;
    state: string;
    failure: string | null;
    copy_of: string | null;
    twin_of: string | null;
    via: string;
    received_at: Generated<Instant>;
    settled_at: Instant | null;
    page_count: number | null;
    reading: string | null;
  };
  documents: {
    file_id: string;
    page_from: number;
    page_to: number;
    id: string;
    case_id: string;
    status: string;
    type: string | null;
    language: string | null;
    issue_date: string | null;
    score: number | null;
    flags: ColumnType<string[], readonly string[], readonly string[]>;
    as_of: string;
    judged_by: string;
    pipeline: string;
    pipeline_version: string;
    artifacts_id: string;
    words: ColumnType<never, string | null, string | null>;
    judged_at: Generated<Instant>;
  };
  artifacts: {
    id: string;
    file_id: string;
    page_from: number;
    run_id: string | null;
    keys: Json;
    content: Sealed;
    made_at: Generated<Instant>;
  };
  decisions: {
    seq: Generated<BigNumber>;
    at: Instant;
    kind: string;
    document: string | null;
    sha256: string | null;
    field: string | null;
    content: Sealed;
    by: string | null;
  };
  learned_models: { seq: Generated<BigNumber>; pipeline: string; at: Instant; content: Sealed };
  work: {
    id: string;
    kind: string;
    subject: string;
    case_id: string | null;
    class: number;
    rank: number;
    state: string;
    attempts: Generated<number>;
    due_at: Generated<Instant>;
    owner: string | null;
    lease_until: Instant | null;
    failure: string | null;
    offered_at: Generated<Instant>;
  };
  runs: {
    id: string;
    state: string;
    pipeline: string;
    pipeline_version: string;
    options: Json;
    as_of: string | null;
    total: number;
    done: Generated<number>;
    changed: Generated<number>;
    cursor: string | null;
    started_at: Generated<Instant>;
    ended_at: Instant | null;
  };
  run_changes: {
    run_id: string;
    file_id: string;
    page_from: number;
    artifacts_before: string;
    artifacts_after: string;
    diff: Json;
  };
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

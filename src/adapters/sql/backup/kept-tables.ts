import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../open-database.ts';
import type { Tables } from '../tables.ts';

/** What only matters at the moment: in no backup, so that nobody is signed in again by a restore. */
export const PASSING = [
  'sessions',
  'verifications',
  'tries',
  'setup_codes',
  'changes',
  'webhook_deliveries',
] as const satisfies (keyof Tables)[];

/**
 * Every other table, those that others refer to before them, and by which column its rows are in order where that matters: files refer to earlier files, the
 * log is read as a chain. The type sees to it that none is forgotten.
 */
const ORDERS = {
  meta: null,
  keys: null,
  teams: null,
  people: null,
  memberships: null,
  sign_ins: null,
  second_codes: null,
  invitations: null,
  api_keys: null,
  cases: null,
  files: 'position',
  translators: null,
  translation_orders: null,
  translation_events: 'seq',
  translation_deliveries: null,
  documents: null,
  artifacts: null,
  decisions: 'seq',
  learned_models: 'seq',
  work: null,
  runs: null,
  run_lots: null,
  run_changes: null,
  purges: null,
  purged_bytes: null,
  audit: 'seq',
  // Last: what is loaded before it is told to nobody.
  webhooks: null,
} as const satisfies Record<Exclude<keyof Tables, (typeof PASSING)[number]>, string | null>;

/** A table as the database has it. */
export interface KeptTable {
  readonly name: string;
  readonly orderedBy: string | null;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isCounted: boolean }[];
}

const columnsSchema = z.array(
  z.object({ table: z.string(), name: z.string(), type: z.string(), is_counted: z.boolean() }),
);

/** The tables of the database that are there, in the order in which they are written. */
export async function keptTables(db: Database): Promise<KeptTable[]> {
  const { rows } = await sql`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type, attidentity <> '' as is_counted
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      and attgenerated = '' and relname = any(${Object.keys(ORDERS)}::text[])
    order by attnum`.execute(db);
  const columns = columnsSchema.parse(rows);
  return Object.entries(ORDERS).flatMap(([name, orderedBy]) => {
    const own = columns.filter(({ table }) => table === name);
    const shown = own.map((one) => ({ name: one.name, type: one.type, isCounted: one.is_counted }));
    return own.length === 0 ? [] : [{ name, orderedBy, columns: shown }];
  });
}

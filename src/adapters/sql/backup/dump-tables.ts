import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type BackupManifest, backupParts } from '#domain/backup-manifest.ts';
import type { Database } from '../open-database.ts';
import { type KeptTable, keptTables } from './kept-tables.ts';

const ROWS_AT_ONCE = 500;
const LOT_BYTES = 1_000_000;

/** What the rows of one moment say, and where each table was written. */
export interface Dump extends Pick<BackupManifest, 'schema' | 'masterKey' | 'tables' | 'sequences' | 'audit'> {
  readonly files: readonly { readonly name: string; readonly path: string; readonly sizeBytes: number }[];
  /** Hashes of the files whose originals are kept. */
  readonly originals: readonly string[];
}

/**
 * Writes every table as it is at one moment, as lines of JSON below a folder: first the names of the columns, then an array of texts a row; bytes are in
 * base64. The same on every database. An embedded one serves nobody else meanwhile.
 */
export function dumpTables(db: Database, folder: string): Promise<Dump> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (within) => {
      await sql`set local timezone to 'UTC'`.execute(within);
      const tables = await keptTables(within);
      const facts = await factsOf(within, tables);
      const dumped: Awaited<ReturnType<typeof dumpTable>>[] = [];
      for (const table of tables) dumped.push(await dumpTable(within, table, folder));
      return {
        ...facts,
        tables: dumped.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
        files: dumped.map(({ name, path, sizeBytes }) => ({ name, path, sizeBytes })),
      };
    });
}

async function dumpTable(within: Database, table: KeptTable, folder: string) {
  const path = join(folder, backupParts.table(table.name));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let rows = -1;
  let sizeBytes = 0;
  try {
    for await (const lines of linesOf(within, table)) {
      rows += lines.length;
      sizeBytes += await writeLines(file, lines, (bytes) => hash.update(bytes));
    }
  } finally {
    await file.close();
  }
  return { name: table.name, path, sizeBytes, rows, sha256: hash.digest('hex') };
}

async function writeLines(
  file: FileHandle,
  lines: readonly string[],
  onBytes: (bytes: Uint8Array) => void,
): Promise<number> {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
  onBytes(bytes);
  await file.writeFile(bytes);
  return bytes.length;
}

const linesSchema = z.array(z.object({ line: z.string() }));

/** The line of columns, then those of rows, in lots. */
async function* linesOf(within: Database, { name, columns, orderedBy }: KeptTable): AsyncGenerator<string[]> {
  yield [JSON.stringify(columns.map((column) => column.name))];
  const values = sql.join(columns.map((column) => asText(column)));
  const order = orderedBy === null ? sql`` : sql`order by ${sql.ref(orderedBy)}`;
  await sql`declare dump no scroll cursor for
    select json_build_array(${values})::text as line from ${sql.table(name)} ${order}`.execute(within);
  let lot = ROWS_AT_ONCE;
  for (;;) {
    const { rows } = await sql`fetch ${sql.raw(String(lot))} from dump`.execute(within);
    const lines = linesSchema.parse(rows).map(({ line }) => line);
    if (lines.length === 0) break;
    yield lines;
    // Rows of some tables are small, of others large: a lot takes about a megabyte.
    const bytes = lines.reduce((sum, line) => sum + line.length, 0);
    lot = Math.max(10, Math.min(5_000, Math.round((lines.length * LOT_BYTES) / bytes)));
  }
  await sql`close dump`.execute(within);
}

function asText({ name, type }: KeptTable['columns'][number]): RawBuilder<unknown> {
  // PostgreSQL breaks base64 into lines.
  return type === 'bytea' ? sql`replace(encode(${sql.ref(name)}, 'base64'), E'\n', '')` : sql`${sql.ref(name)}::text`;
}

const factsSchema = z.object({
  schema: z.array(z.string()),
  master: z.string().nullable(),
  seq: z.coerce.number().nullable(),
  hash: z.string().nullable(),
  originals: z.array(z.string()),
});

async function factsOf(within: Database, tables: readonly KeptTable[]) {
  const { rows } = await sql`
    select array(select name from kysely_migration order by name) as schema,
      (select master from keys where id = 'index') as master,
      (select seq from audit order by seq desc limit 1) as seq, (select hash from audit order by seq desc limit 1) as hash,
      array(select distinct sha256 from files where sha256 is not null and media_type is not null) as originals`.execute(
    within,
  );
  const { schema, master, seq, hash, originals } = factsSchema.parse(rows[0]);
  const audit = seq === null || hash === null ? null : { seq, hash };
  return { schema, masterKey: master, audit, originals, sequences: await sequencesOf(within, tables) };
}

/** How far the counted columns have come. They count on outside of the transaction, so these are at least what the rows need. */
async function sequencesOf(within: Database, tables: readonly KeptTable[]): Promise<Record<string, number>> {
  const sequences: Record<string, number> = {};
  for (const { name, columns } of tables)
    for (const column of columns.filter(({ isCounted }) => isCounted)) {
      const { rows } = await sql`
        select coalesce(pg_sequence_last_value(pg_get_serial_sequence(${name}, ${column.name})::regclass), 0) as last`.execute(
        within,
      );
      sequences[`${name}.${column.name}`] = z.object({ last: z.coerce.number() }).parse(rows[0]).last;
    }
  return sequences;
}

import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { LiasseFailure } from '#domain/failure.ts';
import type { Database } from '../open-database.ts';
import type { KeptTable } from './kept-tables.ts';

const LOT_ROWS = 1_000;
const LOT_LETTERS = 2_000_000;

const columnsSchema = z.array(z.string()).min(1);

/** Writes the lines of a dump into their table; how many rows. Throws `backup-damaged` when the table has no such columns. */
export async function loadTable(
  db: Database,
  { name, columns }: KeptTable,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  let names: string[] | undefined;
  let lot: string[] = [];
  let letters = 0;
  let rows = 0;
  const write = async (): Promise<void> => {
    if (names === undefined || lot.length === 0) return;
    await insertLines(db, { name, columns }, names, lot);
    rows += lot.length;
    lot = [];
    letters = 0;
  };
  const lines = createInterface({ input: Readable.from(content), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (names === undefined) {
      names = columnsSchema.parse(JSON.parse(line));
      continue;
    }
    lot.push(line);
    letters += line.length;
    if (lot.length >= LOT_ROWS || letters >= LOT_LETTERS) await write();
  }
  await write();
  return rows;
}

/** The database takes the values out of the lines itself. */
async function insertLines(
  db: Database,
  { name, columns }: Pick<KeptTable, 'name' | 'columns'>,
  names: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const values = names.map((column, at) => {
    const type = columns.find((one) => one.name === column)?.type;
    if (type === undefined) throw new LiasseFailure('backup-damaged', `${name}.${column}`);
    return fromText(type, at);
  });
  const list = sql.join(names.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(name)} (${list}) overriding system value
    select ${sql.join(values)} from unnest(${lines}::text[]) with ordinality as lines (line, nth),
      lateral (select line::jsonb as row) as parsed order by nth`.execute(db);
}

function fromText(type: string, at: number): RawBuilder<unknown> {
  const value = sql`(row ->> ${sql.lit(at)})`;
  return type === 'bytea' ? sql`decode(${value}, 'base64')` : sql`${value}::${sql.raw(type)}`;
}

/** The counted columns go on where they were. */
export async function setSequences(db: Database, sequences: Readonly<Record<string, number>>): Promise<void> {
  for (const [place, last] of Object.entries(sequences)) {
    const [table = '', column = ''] = place.split('.');
    if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`.execute(db);
  }
}

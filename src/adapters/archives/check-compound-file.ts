import { LiasseFailure } from '#domain/failure.ts';

/*
 * The container of Outlook's messages (MS-CFB): sectors, a table that says of each sector which one follows, a directory whose entries name their left,
 * right and first inner neighbour. Small streams lie in sectors of 64 bytes inside the stream of the first entry, with a table of their own.
 */
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const SMALL_BYTES = 64;
const SMALL_BELOW = 4_096;
/** Tables that are listed in the header itself; those of larger files are listed in sectors of their own. */
const LISTED = { at: 76, count: 109 } as const;
const LARGE_SECTORS = 12;
/** Where the header says what. */
const FIELD = { sectorSize: 30, directory: 48, smallTable: 60, more: 68 } as const;
/** And an entry of the directory. */
const ENTRY = { kind: 66, left: 68, right: 72, inner: 76, start: 116, size: 120 } as const;
const [FOLDER, STREAM, ROOT] = [1, 2, 5];

/**
 * Refuses a container whose chains of sectors or whose directory run in a circle, or that says it holds more than it has: readers follow such without
 * end, or fill the memory. Throws `damaged-archive`.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  if (bytes.length < HEADER_BYTES) throw damaged('no header');
  const file = sectorsOf(bytes);
  const entries = file.chain(file.header(FIELD.directory)).flatMap((sector) => file.entriesIn(sector));
  const [root] = entries;
  if (root === undefined) throw damaged('no directory');
  const smallTable = file.chain(file.header(FIELD.smallTable));
  const smallCount = Math.floor((file.chain(root.start).length * file.sectorBytes) / SMALL_BYTES);
  for (const { kind, start, size } of entries) {
    if (kind !== STREAM) continue;
    if (size > bytes.length) throw damaged('an entry larger than the file');
    if (size >= SMALL_BELOW) file.chain(start);
    else if (size > 0) follow(start, smallCount, (sector) => file.nextIn(smallTable, sector));
  }
  checkTree(entries);
}

interface DirectoryEntry {
  readonly kind: number;
  readonly neighbours: readonly number[];
  readonly start: number;
  readonly size: number;
}

function sectorsOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 1 << (view.getUint8(FIELD.sectorSize) === LARGE_SECTORS ? LARGE_SECTORS : 9);
  const count = Math.ceil(bytes.length / sectorBytes);
  const perSector = sectorBytes / 4;
  /** Past the end there is nothing: a chain that leads there ends. */
  const int = (at: number): number => (at >= 0 && at + 4 <= bytes.length ? view.getInt32(at, true) : -1);
  const inSector = (sector: number, index: number): number => int((sector + 1) * sectorBytes + index * 4);
  const listed = Array.from({ length: LISTED.count }, (_, index) => int(LISTED.at + index * 4));
  const lists = follow(int(FIELD.more), count, (sector) => inSector(sector, perSector - 1));
  const more = lists.flatMap((list) => Array.from({ length: perSector - 1 }, (_, index) => inSector(list, index)));
  const table = [...listed, ...more];
  const nextIn = (tables: readonly number[], sector: number): number => {
    const of = tables[Math.floor(sector / perSector)];
    return of === undefined || of < 0 ? -1 : inSector(of, sector % perSector);
  };
  return {
    sectorBytes,
    header: int,
    nextIn,
    chain: (start: number) => follow(start, count, (sector) => nextIn(table, sector)),
    entriesIn: (sector: number): DirectoryEntry[] =>
      Array.from({ length: sectorBytes / ENTRY_BYTES }, (_, index) => {
        const at = (sector + 1) * sectorBytes + index * ENTRY_BYTES;
        const kind = bytes[at + ENTRY.kind] ?? 0;
        const isUsed = [FOLDER, STREAM, ROOT].includes(kind);
        const neighbours = isUsed ? [ENTRY.left, ENTRY.right, ENTRY.inner].map((place) => int(at + place)) : [];
        return { kind, neighbours, start: int(at + ENTRY.start), size: int(at + ENTRY.size) >>> 0 };
      }),
  };
}

/** The sectors of a chain. */
function follow(start: number, most: number, next: (sector: number) => number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector >= 0; sector = next(sector)) {
    if (sectors.length >= most) throw damaged('a chain without end');
    sectors.push(sector);
  }
  return sectors;
}

/** From the first entry, each is reached once at most. */
function checkTree(entries: readonly DirectoryEntry[]): void {
  const reached = new Set<number>([0]);
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const neighbour of entries[at]?.neighbours ?? []) {
      if (neighbour < 0) continue;
      if (reached.has(neighbour)) throw damaged('a directory that runs in a circle');
      reached.add(neighbour);
      waiting.push(neighbour);
    }
  }
}

function damaged(what: string): LiasseFailure {
  return new LiasseFailure('damaged-archive', what);
}

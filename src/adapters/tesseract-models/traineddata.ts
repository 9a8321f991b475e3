import { constants, gunzipSync } from 'node:zlib';
import { LiasseFailure } from '#domain/failure.ts';

/** The part that sets variables of the engine, as text; the first of all when it is there. */
const CONFIG_PART = 0;
/** A model is a table of offsets, then its parts; these are the numbers of the parts that the neural recogniser needs. */
const PART = { lstm: 17, letters: 21, recoder: 22 } as const;
/** Known files have 24 parts; room is left for later ones. */
const MOST_PARTS = 64;
const OFFSET_BYTES = 8;
const COUNT_BYTES = 4;

/** What a model may weigh (the largest ones of the engine's authors have 60 MB), and a package of them. */
export const MODEL_LIMITS = { bytes: 150_000_000, archiveBytes: 400_000_000 } as const;
/** Enough of a model's beginning to hold its whole table. */
export const MODEL_HEAD_BYTES = COUNT_BYTES + MOST_PARTS * OFFSET_BYTES;

/**
 * Refuses bytes (unpacked) that the engine can't load: a table of ascending offsets inside the file is expected, the parts of the neural
 * recogniser, and a list of letters as long as it says. Throws `not-a-model`. A model that passes is whole in its structure; whether it
 * reads well only reading tells.
 */
export function checkModel(bytes: Uint8Array): void {
  const problem = bytes.length > MODEL_LIMITS.bytes ? 'larger than 150 MB' : problemOf(bytes);
  if (problem !== undefined) throw new LiasseFailure('not-a-model', problem);
}

/** The bytes themselves, or what is inside them when they are gzip. Throws `not-a-model` when that is cut off, damaged or far too large. */
export function unpacked(content: Uint8Array): Uint8Array {
  if (!isPacked(content)) return content;
  try {
    return gunzipSync(content, { maxOutputLength: MODEL_LIMITS.archiveBytes });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new LiasseFailure('not-a-model', isTooLarge ? 'larger than 400 MB' : 'the gzip is damaged or cut off', {
      cause: error,
    });
  }
}

/** By the mark of gzip. */
function isPacked(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

/** What is wrong with the table of a model, given its first `MODEL_HEAD_BYTES`; undefined when nothing is. */
export function problemOfHead(head: Uint8Array, sizeBytes: number): string | undefined {
  const table = readTable(head, sizeBytes);
  return typeof table === 'string' ? table : undefined;
}

/** The settings that a model brings, a line each (`name value`), given its beginning, packed or not; empty when it brings none. */
export function modelConfig(beginning: Uint8Array): string {
  // Its end is not there, and not needed.
  const head = isPacked(beginning) ? gunzipSync(beginning, { finishFlush: constants.Z_SYNC_FLUSH }) : beginning;
  const table = readTable(head, Number.MAX_SAFE_INTEGER);
  const start = typeof table === 'string' ? undefined : table[CONFIG_PART];
  if (typeof table === 'string' || start === undefined || start === -1) return '';
  const next = table.find((offset, part) => part > CONFIG_PART && offset !== -1);
  return new TextDecoder().decode(head.subarray(start, next));
}

function problemOf(bytes: Uint8Array): string | undefined {
  const table = readTable(bytes, bytes.length);
  if (typeof table === 'string') return table;
  const start = table[PART.letters] ?? 0;
  const next = table.find((offset, part) => part > PART.letters && offset !== -1) ?? bytes.length;
  const letters = new TextDecoder().decode(bytes.subarray(start, next)).trimEnd().split('\n');
  // The first line says how many lines follow.
  return Number(letters[0]) === letters.length - 1 ? undefined : 'the list of letters is cut off';
}

/** The offset of each part, -1 for one that is not there; or what is wrong. */
function readTable(head: Uint8Array, sizeBytes: number): number[] | string {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const parts = head.length < COUNT_BYTES ? 0 : view.getInt32(0, true);
  if (parts < 1 || parts > MOST_PARTS) return 'it has no table of parts';
  const tableEnd = COUNT_BYTES + parts * OFFSET_BYTES;
  if (head.length < tableEnd) return 'the table of parts is cut off';
  const offsets = Array.from({ length: parts }, (_, part) =>
    Number(view.getBigInt64(COUNT_BYTES + part * OFFSET_BYTES, true)),
  );
  const used = offsets.filter((offset) => offset !== -1);
  if (used[0] !== tableEnd) return 'the first part does not follow the table';
  const isAscending = used.every((offset, index) => index === 0 || offset > (used[index - 1] ?? 0));
  if (!isAscending || (used.at(-1) ?? 0) >= sizeBytes) return 'a part lies outside the file: it is cut off or damaged';
  const isNeural = Object.values(PART).every((part) => (offsets[part] ?? -1) !== -1);
  return isNeural ? offsets : 'it is of the old kind, without the parts of the neural recogniser';
}

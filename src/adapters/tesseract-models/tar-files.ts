import { LiasseFailure } from '#domain/failure.ts';

const BLOCK = 512;
/** Places of the fields of a header, in bytes. */
const FIELD = { name: [0, 100], size: [124, 136], checksum: [148, 156], kind: [156, 157], magic: [257, 262], prefix: [345, 500] } as const; // biome-ignore format: a table

/**
 * The plain files of a tar, as npm packs its packages; undefined when the bytes are no tar. Links, folders and long names are passed over: the
 * names are looked at, never written to. Throws `not-a-model` for a tar that is cut off or damaged.
 */
export function tarFiles(bytes: Uint8Array): { readonly name: string; readonly bytes: Uint8Array }[] | undefined {
  if (textOf(bytes, FIELD.magic) !== 'ustar') return undefined;
  const files: { name: string; bytes: Uint8Array }[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const size = Number.parseInt(textOf(header, FIELD.size).trim(), 8);
    const start = at + BLOCK;
    if (!isSound(header) || !(size >= 0) || start + size > bytes.length) break;
    const kind = textOf(header, FIELD.kind);
    if (kind === '0' || kind === '') {
      const prefix = textOf(header, FIELD.prefix);
      const name = textOf(header, FIELD.name);
      files.push({ name: prefix === '' ? name : `${prefix}/${name}`, bytes: bytes.subarray(start, start + size) });
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new LiasseFailure('not-a-model', 'the package is cut off or damaged');
}

/** Whether the header has the sum it says, its own field counted as spaces. */
function isSound(header: Uint8Array): boolean {
  const [from, to] = FIELD.checksum;
  const sum = header.reduce((total, byte, index) => total + (index >= from && index < to ? 0x20 : byte), 0);
  return sum === Number.parseInt(textOf(header, FIELD.checksum).trim(), 8);
}

function textOf(bytes: Uint8Array, [from, to]: readonly [number, number]): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to)).split('\0', 1)[0] ?? '';
}

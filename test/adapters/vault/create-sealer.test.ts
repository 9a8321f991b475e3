import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer } from '#adapters/vault/create-sealer.ts';

const CHUNK = 64 * 1024;
const TAG = 16;
const HEADER = 32;
const key = Buffer.alloc(32, 'k');
const sealer = createSealer(key, 'file:1');
const damaged = expect.objectContaining({ code: 'sealed-damaged' });
const opening = (sealed: Uint8Array) => (): unknown => sealer.open(sealed);

/** Sizes about the borders of chunks, where mistakes would be. */
const sizes = [0, 1, TAG - 1, TAG, CHUNK - TAG, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + TAG, 3 * CHUNK + 5];
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(...sizes).map((size) => randomBytes(size)),
);

describe('what is sealed', () => {
  it('opens to the same, whatever it is', () => {
    for (const size of sizes) {
      const content = randomBytes(size);
      const sealed = sealer.seal(content);
      expect(sealed.length).toBe(HEADER + size + TAG * Math.max(1, Math.ceil(size / CHUNK)));
      expect(content.equals(sealer.open(sealed)), String(size)).toBe(true);
    }
    fc.assert(fc.property(contents, (content) => Buffer.from(content).equals(sealer.open(sealer.seal(content)))));
  });

  it('shows nothing of the content, and never the same twice', () => {
    const content = Buffer.alloc(2 * CHUNK, 'Mme N. a déposé plainte. ');
    const [one, other] = [Buffer.from(sealer.seal(content)), Buffer.from(sealer.seal(content))];
    expect(one.includes('plainte')).toBe(false);
    expect(one.subarray(HEADER, HEADER + 64).equals(other.subarray(HEADER, HEADER + 64))).toBe(false);
    // The same chunk twice in one content does not show either.
    const second = HEADER + CHUNK + TAG;
    expect(one.subarray(HEADER, HEADER + CHUNK).equals(one.subarray(second, second + CHUNK))).toBe(false);
  });

  it('does not open when any bit of it was changed', () => {
    const small = sealer.seal(Buffer.from('Certificat médical'));
    for (let bit = 0; bit < small.length * 8; bit += 1)
      expect(opening(flipped(small, bit)), `bit ${bit}`).toThrow(damaged);
    const large = sealer.seal(randomBytes(2 * CHUNK + 100));
    fc.assert(fc.property(fc.nat(large.length * 8 - 1), (bit) => isDamaged(flipped(large, bit))));
  });

  it('does not open when it was cut off anywhere, also just behind a chunk', () => {
    const sealed = sealer.seal(randomBytes(3 * CHUNK + 100));
    for (const chunks of [0, 1, 2, 3])
      for (const more of [-1, 0, 1, TAG - 1, TAG])
        expect(opening(sealed.subarray(0, HEADER + chunks * (CHUNK + TAG) + more)), `${chunks} ${more}`).toThrow(
          damaged,
        );
    for (let length = 0; length < HEADER + TAG; length += 1)
      expect(opening(sealed.subarray(0, length))).toThrow(damaged);
    fc.assert(fc.property(fc.nat(sealed.length - 1), (length) => isDamaged(sealed.subarray(0, length))));
  });

  it('does not open when anything was added', () => {
    for (const size of [0, 5, CHUNK])
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (more) =>
          isDamaged(Buffer.concat([sealer.seal(Buffer.alloc(size)), more])),
        ),
      );
    const [one, other] = [sealer.seal(Buffer.alloc(CHUNK)), sealer.seal(Buffer.alloc(CHUNK))];
    expect(opening(Buffer.concat([one, other.subarray(HEADER)]))).toThrow(damaged);
  });

  it('does not open when chunks changed places, came twice, are missing or come from elsewhere', () => {
    const sealed = sealer.seal(randomBytes(5 * CHUNK));
    const other = chunksOf(sealer.seal(randomBytes(5 * CHUNK)));
    const chunks = chunksOf(sealed);
    const joined = (order: readonly (Uint8Array | undefined)[]): Uint8Array =>
      Buffer.concat([sealed.subarray(0, HEADER), ...order.flatMap((chunk) => chunk ?? [])]);
    expect(sealer.open(joined(chunks))).toHaveLength(5 * CHUNK);
    const places = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }).filter((order) => order.join() !== '0,1,2,3,4');
    fc.assert(fc.property(places, (order) => isDamaged(joined(order.map((place) => chunks[place])))));
    for (const place of [0, 2, 4])
      expect(opening(joined(chunks.with(place, other[place] ?? Buffer.of())))).toThrow(damaged);
  });

  it('opens under its own key and id only', () => {
    const sealed = sealer.seal(Buffer.from('x'));
    expect(() => createSealer(key, 'file:2').open(sealed)).toThrow(damaged);
    expect(() => createSealer(randomBytes(32), 'file:1').open(sealed)).toThrow(damaged);
  });

  it('tells what was never sealed', () => {
    for (const size of [0, 3, 31, 48, 200]) expect(opening(randomBytes(size))).toThrow(damaged);
  });

  it('can still be opened: a content that was sealed when the format was settled', () => {
    const sealed = Buffer.from(SEALED_IN_VERSION_1, 'base64');
    expect(Buffer.from(sealer.open(sealed)).toString()).toBe('Attestation d’hébergement');
  });
});

const SEALED_IN_VERSION_1 =
  'TElBU1NFAeCYoXAXph/GURff3oGQUDdUvxvJiw6+7zOPtDYvSfZBsgYAo2XfvbjvuJaQ8zSFv0/LxT/QiK+yiTrrVuHU5U0M16KBcA==';

function flipped(sealed: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(sealed);
  const byte = Math.floor(bit / 8);
  changed[byte] = (changed[byte] ?? 0) ^ (1 << (bit % 8));
  return changed;
}

function isDamaged(sealed: Uint8Array): boolean {
  try {
    sealer.open(sealed);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'sealed-damaged';
  }
}

function chunksOf(sealed: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = HEADER; at < sealed.length; at += CHUNK + TAG) chunks.push(sealed.subarray(at, at + CHUNK + TAG));
  return chunks;
}

import fc from 'fast-check';

/** One change to a file. */
type Change = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Uint8Array, share: number): number => Math.floor(share * bytes.length);
const number = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff);

const overwritten: fc.Arbitrary<Change> = fc
  .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 16 }))
  .map(([share, more]) => (bytes) => {
    const copy = Buffer.from(bytes);
    copy.set(more.subarray(0, Math.max(0, copy.length - at(copy, share))), at(copy, share));
    return copy;
  });
/** Lengths, offsets and counts are where parsers go wrong. */
const renumbered: fc.Arbitrary<Change> = fc
  .tuple(place, number, fc.boolean())
  .map(([share, value, isLittle]) => (bytes) => {
    const copy = Buffer.from(bytes);
    const start = at(copy, share);
    if (start + 4 > copy.length) return copy;
    if (isLittle) copy.writeUInt32LE(value, start);
    else copy.writeUInt32BE(value, start);
    return copy;
  });
const cut: fc.Arbitrary<Change> = place.map((share) => (bytes) => bytes.subarray(0, at(bytes, share)));
const takenOut: fc.Arbitrary<Change> = fc.tuple(place, fc.integer({ min: 1, max: 200 })).map(
  ([share, length]) =>
    (bytes) =>
      Buffer.concat([bytes.subarray(0, at(bytes, share)), bytes.subarray(at(bytes, share) + length)]),
);
const repeated: fc.Arbitrary<Change> = fc
  .tuple(place, fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 20 }))
  .map(([share, length, times]) => (bytes) => {
    const start = at(bytes, share);
    const piece = bytes.subarray(start, start + length);
    return Buffer.concat([
      bytes.subarray(0, start),
      ...Array.from({ length: times }, () => piece),
      bytes.subarray(start),
    ]);
  });
/** In text formats: a number becomes another one. */
const recounted: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom('-1', '0', '99999999999', '1e400', 'NaN', '2147483648'))
  .map(([share, value]) => (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    const found = /\d+/.exec(text.slice(at(bytes, share)));
    if (found === null) return bytes;
    const start = at(bytes, share) + found.index;
    return Buffer.from(text.slice(0, start) + value + text.slice(start + found[0].length), 'latin1');
  });

/** A good file with one to six things wrong with it: past the first checks of its parser, where pure noise never comes. */
export function mutated(file: Uint8Array): fc.Arbitrary<Buffer> {
  const change = fc.oneof(overwritten, renumbered, cut, takenOut, repeated, recounted);
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) => Buffer.from(changes.reduce((bytes, one) => one(bytes), file)));
}

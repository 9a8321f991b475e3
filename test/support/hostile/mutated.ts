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

/** Some bits are others. */
const flipped: fc.Arbitrary<Change> = fc
  .array(fc.tuple(place, fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 8 })
  .map((bits) => (bytes) => {
    const copy = Buffer.from(bytes);
    for (const [share, bit] of bits) copy[at(copy, share)] = (copy[at(copy, share)] ?? 0) ^ (1 << bit);
    return copy;
  });
/** What may be a length or an offset (it is smaller than the file) is a little off, or far. */
const lied: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom(-1, 1, -8, 8, 0x100, 0xffff, 0x7fffffff), fc.constantFrom(1, 2, 4), fc.boolean())
  .map(([share, by, width, isLittle]) => (bytes) => {
    const copy = Buffer.from(bytes);
    for (let start = at(copy, share); start + width <= Math.min(copy.length, at(copy, share) + 64); start += 1) {
      const value = isLittle ? copy.readUIntLE(start, width) : copy.readUIntBE(start, width);
      if (value === 0 || value > copy.length) continue;
      const other = Math.max(0, value + by) % 2 ** (8 * width);
      if (isLittle) copy.writeUIntLE(other, start, width);
      else copy.writeUIntBE(other, start, width);
      return copy;
    }
    return copy;
  });
/** One thing inside another inside another, as the grammars of our formats spell it. */
const NESTING = [
  '(',
  '[',
  '{',
  '<<',
  '<a>',
  '{"a":',
  '[[',
  '- ',
  '? ',
  '&a [*a,',
  '/Kids [',
  'BT q ',
  '--cut\r\n\r\n',
  '=?utf-8?q?',
  '\x30\x80',
  '<',
  '%',
  '\t',
];
const nested: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom(...NESTING), fc.integer({ min: 2, max: 3_000 }))
  .map(
    ([share, opening, times]) =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(bytes, share)),
          Buffer.from(opening.repeat(times), 'latin1'),
          bytes.subarray(at(bytes, share)),
        ]),
  );
/** The beginning of one file and the end of another. */
const splicedWith = (others: readonly Uint8Array[]): fc.Arbitrary<Change> =>
  fc.tuple(place, place, fc.nat(others.length - 1)).map(
    ([share, from, which]) =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(bytes, share)),
          (others[which] ?? bytes).subarray(at(others[which] ?? bytes, from)),
        ]),
  );

/**
 * Good files with one to six things wrong with them: past the first checks of their parser, where pure noise never comes. Several are also spliced.
 */
export function mutated(...files: readonly [Uint8Array, ...Uint8Array[]]): fc.Arbitrary<Buffer> {
  const change = fc.oneof(
    ...[overwritten, renumbered, cut, takenOut, repeated, recounted, flipped, lied, nested],
    splicedWith(files),
  );
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([file, changes]) => Buffer.from(changes.reduce((bytes, one) => one(bytes), file)));
}

/** The same of texts. */
export function mutatedText(...texts: readonly [string, ...string[]]): fc.Arbitrary<string> {
  const [first, ...more] = texts;
  return mutated(Buffer.from(first), ...more.map((text) => Buffer.from(text))).map((bytes) => bytes.toString('utf8'));
}

/** Parts of a model that the neural recogniser needs, by their numbers, with next to nothing in them. */
const PARTS = new Map([
  [17, 'weights'],
  [21, '3\nNULL 0\nа 3\nб 3\n'],
  [22, 'codes of the letters'],
  [23, '4.00.00'],
]);
const PART_COUNT = 24;

/** A model that is whole in its structure and reads nothing; another `seed` makes another one of the same size. */
export function tinyModel(seed = 'a', without?: number): Buffer {
  const table = Buffer.alloc(4 + PART_COUNT * 8);
  table.writeInt32LE(PART_COUNT, 0);
  const contents: Buffer[] = [];
  let end = table.length;
  for (let part = 0; part < PART_COUNT; part += 1) {
    const text = part === without ? undefined : PARTS.get(part);
    table.writeBigInt64LE(text === undefined ? -1n : BigInt(end), 4 + part * 8);
    if (text === undefined) continue;
    const content = Buffer.from(part === 17 ? `${text} ${seed}` : text);
    contents.push(content);
    end += content.length;
  }
  return Buffer.concat([table, ...contents]);
}

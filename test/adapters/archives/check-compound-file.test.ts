import { expect, it } from 'vitest';
import { checkCompoundFile } from '#adapters/archives/check-compound-file.ts';
import { outlookMessage } from '../../support/hostile/seeds/messages.ts';

const SECTOR_BYTES = 512;
const sectorAt = (sector: number): number => (sector + 1) * SECTOR_BYTES;

/** A good message in which something is another number. */
function changed(change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(outlookMessage());
  change(bytes);
  return bytes;
}

it('a good message of Outlook passes', () => {
  expect(() => checkCompoundFile(outlookMessage())).not.toThrow();
});

// The library followed each of these until the decoding process had no memory left.
it.each([
  [
    'whose directory is a chain without end',
    (bytes: Buffer): void => {
      const directory = bytes.readInt32LE(48);
      bytes.writeInt32LE(directory, sectorAt(bytes.readInt32LE(76)) + directory * 4);
    },
  ],
  [
    'whose small sectors are a chain without end',
    (bytes: Buffer): void => {
      const table = sectorAt(bytes.readInt32LE(60));
      for (let index = 0; index < 128; index += 1) bytes.writeInt32LE(0, table + index * 4);
    },
  ],
  [
    'whose folder holds itself',
    (bytes: Buffer): void => {
      // The first entry's first inner neighbour.
      const root = sectorAt(bytes.readInt32LE(48));
      const child = bytes.readInt32LE(root + 76);
      bytes.writeInt32LE(child, root + child * 128 + 68);
    },
  ],
  [
    'that holds more than it has',
    (bytes: Buffer): void => {
      bytes.writeUInt32LE(0x7fffffff, sectorAt(bytes.readInt32LE(48)) + 128 + 120);
    },
  ],
])('a message of Outlook %s is damaged, and said to be at once', (_, change) => {
  expect(() => checkCompoundFile(changed(change))).toThrow(expect.objectContaining({ code: 'damaged-archive' }));
});

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import type { BackupPart, BackupSource } from '#ports/backup-files.ts';
import { backupReadingFailure } from './backup-failure.ts';

async function* bytesOf(entry: AsyncIterable<unknown>, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw backupReadingFailure(error, path);
  }
}

/** A backup in one file, read from its beginning each time. */
export function createTarSource(path: string): BackupSource {
  return {
    path,
    parts: async function* (): AsyncGenerator<BackupPart> {
      const tar = extract();
      const reading = pipeline(createReadStream(path), tar);
      reading.catch(() => undefined);
      try {
        for await (const entry of tar) {
          const { name, size = 0 } = entry.header;
          yield { name, sizeBytes: size, content: bytesOf(entry, path) };
          // Also what nobody read is to be passed by.
          entry.resume();
        }
        await reading;
      } catch (error) {
        throw backupReadingFailure(error, path);
      } finally {
        tar.destroy();
      }
    },
  };
}

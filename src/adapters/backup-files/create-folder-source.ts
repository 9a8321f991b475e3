import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { backupParts } from '#domain/backup-manifest.ts';
import type { BackupPart, BackupSource } from '#ports/backup-files.ts';
import { checkBlobName } from '../check-blob-name.ts';
import { unlessAbsent } from '../disk-failure.ts';
import { backupReadingFailure } from './backup-failure.ts';

/** A backup in a folder. */
export function createFolderSource(folder: string): BackupSource {
  return {
    path: folder,
    parts: async function* (): AsyncGenerator<BackupPart> {
      try {
        yield* partsOf(folder);
      } catch (error) {
        throw backupReadingFailure(error, folder);
      }
    },
  };
}

const tablesSchema = z.object({ tables: z.array(z.object({ name: z.string().regex(/^\w+$/) })) });

async function* partsOf(folder: string): AsyncGenerator<BackupPart> {
  yield partAt(folder, backupParts.head);
  // In the order in which they were written: those that others refer to first.
  const manifest = tablesSchema.parse(JSON.parse(await readFile(join(folder, backupParts.manifest), 'utf8')));
  for (const { name } of manifest.tables) yield partAt(folder, backupParts.table(name));
  for await (const name of blobNamesOf(folder)) {
    const content = await unlessAbsent(readFile(join(folder, name)));
    // One that is gone is told by the list that follows.
    if (content !== undefined) yield { name, sizeBytes: content.length, content: once(content) };
  }
  yield partAt(folder, backupParts.blobList);
  yield partAt(folder, backupParts.manifest);
}

/** Opened when it is read. */
function partAt(folder: string, name: string): BackupPart {
  const path = join(folder, name);
  return {
    name,
    sizeBytes: 0,
    content: (async function* () {
      try {
        for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk;
      } catch (error) {
        throw backupReadingFailure(error, path);
      }
    })(),
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function* listLines(folder: string): AsyncGenerator<{ readonly sha256: string; readonly name: string }> {
  const lines = createInterface({ input: createReadStream(join(folder, backupParts.blobList)) });
  for await (const line of lines) {
    const [sha256 = '', , name = ''] = line.split(' ');
    checkBlobName(name);
    yield { sha256, name: backupParts.blob(name) };
  }
}

async function* blobNamesOf(folder: string): AsyncGenerator<string> {
  for await (const { name } of listLines(folder)) yield name;
}

/** The hashes of the blobs of a backup in a folder, by the names of their parts. */
export async function readBlobList(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const { sha256, name } of listLines(folder)) hashes.set(name, sha256);
  return hashes;
}

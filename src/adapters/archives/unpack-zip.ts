import { configure, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { LiasseFailure } from '#domain/failure.ts';
import type { ExpansionBudget } from './expansion-budget.ts';
import { safeName } from './safe-name.ts';

configure({ useWebWorkers: false });

/** Entries an archive may list, folders and litter among them; how many files may come out is the budget's. */
const MOST_LISTED = 20_000;

/** A file taken out of an archive or e-mail; its name has no way out of the archive. */
export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of a ZIP, in the order of their names, each read only when its turn comes. Hidden files and the litter of operating systems
 * are passed over. Throws `damaged-archive`, `encrypted-archive`, `archive-too-large`.
 */
export async function* unpackZip(bytes: Uint8Array, budget: ExpansionBudget): AsyncGenerator<UnpackedFile> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  try {
    const files: FileEntry[] = [];
    let listed = 0;
    // One after the other: a list of millions of empty files fills the memory before the first is read.
    for await (const entry of reader.getEntriesGenerator()) {
      listed += 1;
      if (listed > MOST_LISTED) throw new LiasseFailure('archive-too-large', 'entries listed');
      if (!entry.directory && !isLitter(entry.filename)) files.push(entry);
    }
    for (const entry of files.toSorted((a, b) => (a.filename < b.filename ? -1 : 1))) {
      if (entry.encrypted) throw new LiasseFailure('encrypted-archive');
      budget.countEntry();
      yield { name: safeName(entry.filename), bytes: await readEntry(entry, budget) };
    }
  } catch (error) {
    throw error instanceof LiasseFailure ? error : new LiasseFailure('damaged-archive', 'zip', { cause: error });
  } finally {
    await reader.close();
  }
}

async function readEntry(entry: FileEntry, budget: ExpansionBudget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await entry.getData(
    new WritableStream<Uint8Array>({
      write: (chunk) => {
        budget.countBytes(chunk.length);
        chunks.push(chunk);
      },
    }),
  );
  return Buffer.concat(chunks);
}

function isLitter(name: string): boolean {
  return name
    .split('/')
    .some(
      (part) => part === '__MACOSX' || (part.startsWith('.') && part !== '..' && part !== '.') || part === 'Thumbs.db',
    );
}

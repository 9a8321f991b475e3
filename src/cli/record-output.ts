import { open } from 'node:fs/promises';
import type { DocumentRecord } from '#domain/document-record.ts';
import { UsageError } from './explain-failure.ts';

/** Takes the records as they come. */
export interface RecordOutput {
  write(record: DocumentRecord): Promise<void>;
  close(): Promise<void>;
}

/** Where the JSON lines go: a file, standard output for `-`, nowhere. A line is written as soon as its document is judged. Throws `UsageError`. */
export async function createRecordOutput(target: string | undefined): Promise<RecordOutput> {
  if (target === undefined) return { write: async () => undefined, close: async () => undefined };
  if (target === '-') {
    return {
      write: async (record) => {
        process.stdout.write(`${JSON.stringify(record)}\n`);
      },
      close: async () => undefined,
    };
  }
  const file = await open(target, 'w').catch(() => {
    throw new UsageError(`--json ${target}: this file can't be written; choose another place.`);
  });
  return {
    write: async (record) => {
      await file.write(`${JSON.stringify(record)}\n`);
    },
    close: () => file.close(),
  };
}
